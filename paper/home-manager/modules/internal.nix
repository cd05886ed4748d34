# Options that lists for manuals leave out, as long as the data do not have them.
{ lib, ... }:
let
  inherit (lib) mkOption types;
  option =
    type: default:
    mkOption {
      inherit type default;
      internal = true;
    };
  required =
    type:
    mkOption {
      inherit type;
      internal = true;
    };
in
{
  options = lib.optionalAttrs (!builtins.pathExists ../data/options/assertions.json) {
    assertions = option (types.listOf types.unspecified) [ ];
    warnings = option (types.listOf types.str) [ ];
    meta.maintainers = option (types.listOf types.unspecified) [ ];

    home = {
      activationPackage = required types.package;
      emptyActivationPath = option types.bool true;
      extraActivationPath = option (types.listOf types.package) [ ];
      extraBuilderCommands = option types.lines "";
      extraProfileCommands = option types.lines "";
      path = required types.package;
      sessionVariablesExtra = option types.lines "";
      sessionVariablesPackage = required types.package;
      version = {
        full = option types.str "24.11";
        isReleaseBranch = option types.bool true;
        release = option types.str "24.11";
        revision = option (types.nullOr types.str) null;
      };
    };
    home-files = required types.package;

    news.entries = option (types.listOf types.unspecified) [ ];
    nix.enable = option types.bool true;
    nixpkgs.system = required types.str;
    submoduleSupport = {
      enable = option types.bool false;
      externalPackageInstall = option types.bool false;
    };
  };
}
