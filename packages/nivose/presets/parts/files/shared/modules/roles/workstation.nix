# A machine that somebody develops on, NixOS or macOS. Desktop and the like are in the platforms.
#
# The role offers the options of `@namespace@.development` below its own name. Both names are one option: what is set by one
# is read by the other, and the tests compare the two sets.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.@namespace@.roles.workstation;

  reexport =
    module: option:
    let
      path = [
        "development"
        module
        option
      ];
    in
    lib.mkAliasOptionModule (
      [
        "@namespace@"
        "roles"
        "workstation"
      ]
      ++ path
    ) ([ "@namespace@" ] ++ path);
in
{
  imports =
    map (reexport "containers") [
      "enable"
      "runtime"
    ]
    ++ map (reexport "go") [
      "enable"
      "package"
    ]
    ++ map (reexport "python") [
      "enable"
      "libraries"
      "package"
    ];

  options.@namespace@.roles.workstation = {
    enable = lib.mkEnableOption "a machine that somebody develops on";
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [
      pkgs.fd
      pkgs.git
      pkgs.jq
      pkgs.ripgrep
      pkgs.tree
    ];

    fonts.packages = [ pkgs.jetbrains-mono ];

    programs.direnv.enable = true;
  };
}
