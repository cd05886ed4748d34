# A Mac that is always on.
{ config, lib, ... }:
let
  cfg = config.systems.profiles.server;
in
{
  options.systems.profiles.server.enable = lib.mkEnableOption "what every server has";

  config = lib.mkIf cfg.enable {
    services.openssh.enable = lib.mkDefault true;
    power = {
      restartAfterPowerFailure = lib.mkDefault true;
      sleep.computer = lib.mkDefault "never";
    };
  };
}
