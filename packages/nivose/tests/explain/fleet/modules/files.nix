{ lib, ... }:
let
  inherit (lib) mkOption types;
in
{
  options = {
    environment.etc = mkOption {
      default = { };
      type = types.attrsOf (
        types.submodule {
          target = mkOption { type = types.str; };
          text = mkOption { type = types.str; };
          enable = mkOption {
            type = types.bool;
            default = true;
          };
        }
      );
    };
    systemd.services = mkOption {
      default = { };
      type = types.attrsOf types.attrs;
    };
  };

  config = {
    environment.etc = {
      web = {
        target = "web/web.conf";
        text = "port = 443";
      };
      units = {
        target = "systemd/system";
        text = "a folder";
      };
      old = {
        target = "old.conf";
        text = "";
        enable = false;
      };
    };
    systemd.services.web.script = "serve";
  };
}
