# Laptops: a battery that lasts, and a lid that may be closed.
{ config, lib, ... }:
let
  cfg = config.stations.power;
in
{
  options.stations.power = {
    enable = lib.mkEnableOption "power management of a laptop";

    ignoreLid = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether the station goes on when its lid is closed, as one that serves has to.";
    };
  };

  config = lib.mkIf cfg.enable {
    services = {
      tlp = {
        enable = true;
        settings = {
          CPU_SCALING_GOVERNOR_ON_AC = "performance";
          CPU_SCALING_GOVERNOR_ON_BAT = "powersave";
          # A battery that always hangs on its charger lives longer if it is never quite full.
          START_CHARGE_THRESH_BAT0 = 75;
          STOP_CHARGE_THRESH_BAT0 = 80;
        };
      };

      upower.enable = true;

      logind.settings.Login.HandleLidSwitch = lib.mkIf cfg.ignoreLid "ignore";
    };
  };
}
