# A Mac that belongs to somebody.
{ config, lib, ... }:
let
  cfg = config.systems.profiles.personal;
in
{
  options.systems.profiles.personal.enable = lib.mkEnableOption "what every personal machine has";

  config = lib.mkIf cfg.enable {
    services.tailscale.enable = lib.mkDefault true;

    systems = {
      defaults.enable = true;
      homebrew = {
        enable = true;
        casks = [
          "signal"
          "vlc"
        ];
      };
    };
  };
}
