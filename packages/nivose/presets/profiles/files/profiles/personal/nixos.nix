# A machine that belongs to somebody: it is used by hand, and it may sleep or travel.
{ config, lib, ... }:
let
  cfg = config.@ns@.profiles.personal;
in
{
  options.@ns@.profiles.personal.enable = lib.mkEnableOption "what every personal machine has";

  config = lib.mkIf cfg.enable {
    @ns@.discovery.enable = lib.mkDefault true;
    networking.networkmanager.enable = lib.mkDefault true;
    services = {
      automatic-timezoned.enable = lib.mkDefault true;
      fwupd.enable = lib.mkDefault true;
      tailscale.enable = lib.mkDefault true;
      # A machine that is in use stays usable when memory runs out.
      earlyoom.enable = lib.mkDefault true;
    };
    zramSwap.enable = lib.mkDefault true;
  };
}
