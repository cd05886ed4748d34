# A Mac for paid work. The employer may manage it, too: what it enforces wins, and is not repeated here.
{ config, lib, ... }:
let
  cfg = config.systems.profiles.work;
in
{
  options.systems.profiles.work.enable = lib.mkEnableOption "what every machine for work has";

  config = lib.mkIf cfg.enable {
    systems = {
      defaults.enable = true;
      homebrew = {
        enable = true;
        casks = [
          "slack"
          "zoom"
        ];
        # The employer installs things as well.
        removeOthers = false;
      };
    };

    # At work, the screen is locked at once.
    system.defaults.screensaver = lib.mkIf (config.systems.primaryUser != null) {
      askForPasswordDelay = lib.mkForce 0;
    };
  };
}
