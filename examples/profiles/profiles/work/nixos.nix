# A machine for paid work: nothing private on it, and stricter than others.
{ config, lib, ... }:
let
  cfg = config.systems.profiles.work;
in
{
  options.systems.profiles.work.enable = lib.mkEnableOption "what every machine for work has";

  config = lib.mkIf cfg.enable {
    networking.networkmanager.enable = lib.mkDefault true;
    services = {
      automatic-timezoned.enable = lib.mkDefault true;
      fwupd.enable = lib.mkDefault true;
      # Nobody logs in from outside.
      openssh.openFirewall = lib.mkDefault false;
    };
  };
}
