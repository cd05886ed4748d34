{ lib, ... }:
let
  inherit (lib) mkOption types;
in
{
  options.services.web = {
    enable = mkOption {
      type = types.bool;
      default = false;
      description = "Whether to serve.";
    };
    port = mkOption {
      type = types.int;
      default = 80;
    };
    plugins = mkOption {
      type = types.listOf types.str;
      default = [ ];
    };
    name = mkOption {
      type = types.str;
      apply = name: "${name}.example.org";
    };
    sites = mkOption {
      default = { };
      type = types.attrsOf (
        types.submodule {
          root = mkOption {
            type = types.str;
            default = "/srv";
          };
        }
      );
    };
    limits = mkOption {
      type = types.attrsOf types.int;
      default = { };
    };
  };
}
