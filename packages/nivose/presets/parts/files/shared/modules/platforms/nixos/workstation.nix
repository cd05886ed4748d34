# The desktop of a workstation with NixOS: Plasma, sound, network, printing.
{ config, lib, ... }:
let
  cfg = config.@namespace@.roles.workstation;
  people = builtins.attrNames config.@namespace@.base.users.people;
in
{
  config = lib.mkIf cfg.enable {
    services = {
      desktopManager.plasma6.enable = true;
      displayManager.sddm = {
        enable = true;
        wayland.enable = true;
      };

      pipewire = {
        enable = true;
        alsa.enable = true;
        pulse.enable = true;
      };

      printing.enable = true;
    };

    # Sound needs to be on time.
    security.rtkit.enable = true;

    hardware.bluetooth.enable = true;

    networking.networkmanager.enable = true;
    users.groups.networkmanager.members = people;
  };
}
