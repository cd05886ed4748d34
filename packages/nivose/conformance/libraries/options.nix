{ lib, ... }:
let
  inherit (lib) mkOption types;
in
{
  imports = [
    ./made.nix
    (lib.mkRenamedOptionModule [ "old" ] [ "new" ])
    (lib.mkChangedOptionModule [ "gone" ] [ "port" ] (config: config.gone + 1))
  ];
  options = {
    new = mkOption {
      type = types.listOf types.str;
      default = [ ];
    };
    port = mkOption {
      type = types.int;
      default = 1;
    };
    sub = mkOption {
      default = { };
      type = types.attrsOf (types.submodule { options.x = mkOption { type = types.int; }; });
    };
    warnings = mkOption {
      type = types.listOf types.str;
      default = [ ];
    };
    assertions = mkOption {
      type = types.listOf types.unspecified;
      default = [ ];
    };
  };
}
