{ lib, ... }:
let
  inherit (lib) mkOption types;
in
{
  imports = [
    (lib.mkRenamedOptionModule
      [ "services" "old" ]
      [
        "services"
        "web"
        "port"
      ]
    )
    (lib.mkAliasOptionModule [ "tags" ] [ "services" "web" "tags" ])
    (lib.mkChangedOptionModule [ "number" ] [ "services" "web" "name" ] (
      config: toString config.number
    ))
  ];
  options = {
    warnings = mkOption {
      type = types.listOf types.str;
      default = [ ];
    };
    services.web = {
      enable = lib.mkEnableOption "the web";
      port = mkOption {
        type = types.port;
        default = 80;
        description = "Where it listens.";
      };
      name = mkOption {
        type = types.str;
        apply = name: "<${name}>";
      };
      tags = mkOption {
        type = types.listOf types.str;
        default = [ ];
      };
      sites = mkOption {
        default = { };
        type = types.attrsOf (
          types.submodule (
            { name, ... }:
            {
              options.root = mkOption {
                type = types.str;
                default = "/${name}";
              };
            }
          )
        );
      };
      missing = mkOption { type = types.int; };
    };
  };
}
