# A machine that games are played on.
{ config, lib, ... }:
let
  cfg = config.@ns@.profiles.gaming;
in
{
  options.@ns@.profiles.gaming.enable = lib.mkEnableOption "what a machine for games has";

  config = lib.mkIf cfg.enable {
    @ns@ = {
      desktop.enable = true;
      gaming.enable = true;
    };

    # It hangs at a socket: no need to save power while somebody plays.
    powerManagement.cpuFreqGovernor = lib.mkDefault "schedutil";
  };
}
