# `run { src = ./.; hooks = …; }`: a check, with the configuration that it is made of.
{
  pkgs,
  tools,
  isFlakes,
}:
let
  known = tools;
in
args@{
  src,
  imports ? [ ],
  tools ? { },
  ...
}:
let
  inherit (pkgs) lib;

  given = removeAttrs args [
    "imports"
    "tools"
  ];
  own = {
    _module.args = { inherit pkgs; };
    tools = lib.mkDefault (known // tools);
    rootSrc = if isFlakes then src else lib.cleanSource src;
  };
  project = lib.evalModules {
    modules = [
      ../modules/all-modules.nix
      {
        config = lib.mkMerge [
          given
          own
        ];
      }
    ]
    ++ imports;
  };
in
project.config.run
// {
  inherit (project) config extendModules;
  inherit (project.config) enabledPackages shellHook;
}
