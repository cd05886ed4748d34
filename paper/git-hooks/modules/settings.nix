# The settings of a hook that has some.
hook:
{
  config,
  lib,
  options,
  ...
}:
let
  declare = import ../declare/option.nix {
    inherit lib;
    project = "git-hooks";
    overrides = { };
  };
  content = builtins.fromJSON (builtins.readFile (../data/options/hooks + "/${hook}.json"));
in
{
  options = declare {
    inherit (content) declared;
    path = [
      "hooks"
      hook
    ];
    within = [ ];
    names = [ ];
    again = { };
    scopes = [ { inherit config options; } ];
    expressions = { };
  } content.options;
}
