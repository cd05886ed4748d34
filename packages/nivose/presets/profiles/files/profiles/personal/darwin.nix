# A Mac that belongs to somebody.
{ config, lib, ... }:
let
  cfg = config.@ns@.profiles.personal;
in
{
  options.@ns@.profiles.personal.enable = lib.mkEnableOption "what every personal machine has";

  config = lib.mkIf cfg.enable {
    services.tailscale.enable = lib.mkDefault true;

    @ns@ = {
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
