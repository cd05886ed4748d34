# What a machine tells about itself. Who asks is in `services/monitoring.nix`.
{ config, lib, ... }:
let
  cfg = config.systems.monitoring;
in
{
  options.systems.monitoring = {
    agent.enable = lib.mkEnableOption "answering the monitoring server, on port 9100";
    targets = lib.mkOption {
      type = lib.types.attrsOf lib.types.str;
      default = { };
      description = "The addresses of the machines that are watched, by name.";
    };
  };

  config = lib.mkIf cfg.agent.enable {
    services.prometheus.exporters.node = {
      enable = true;
      openFirewall = true;
      enabledCollectors = [ "systemd" ];
    };

    # Disks announce their end more often than not.
    services.smartd.enable = lib.mkDefault true;
  };
}
