# Glances: what the machine is doing right now, as a page.
{ config, lib, ... }:
let
  cfg = config.homelab.services.glances;
in
{
  options.homelab.services.glances = {
    enable = lib.mkEnableOption "Glances";

    port = lib.mkOption {
      type = lib.types.port;
      default = 61208;
      description = "The port of its page, on this host only: a proxy serves it.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.glances = {
      enable = true;
      inherit (cfg) port;
      extraArgs = [
        "--webserver"
        "--bind"
        "127.0.0.1"
        "--disable-check-update"
      ];
    };

    homelab = {
      ports.glances = {
        inherit (cfg) port;
        address = "127.0.0.1";
      };
      sites.glances.port = cfg.port;
    };
  };
}
