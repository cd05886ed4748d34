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

    ids.gids = required (types.attrsOf types.int);
    ids.uids = required (types.attrsOf types.int);
    networking.networkservices = option types.unspecified null;
    nixpkgs.constructedByUs = required types.bool;
    security.accessibilityPrograms = option types.unspecified null;
    security.enableAccessibilityAccess = option types.unspecified null;

    system = {
      build = option (types.attrsOf types.unspecified) { };
      darwinRevision = option (types.nullOr types.str) null;
      darwinVersion = option types.str "24.11";
      darwinVersionSuffix = option types.str "";
      maxStateVersion = option types.int 5;
      path = required types.package;
      systemBuilderArgs = option (types.attrsOf types.unspecified) { };
      systemBuilderCommands = option types.lines "";
    };
  };
}
