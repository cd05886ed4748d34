# What every station with a screen is.
{ lib, ... }:
{
  imports = [ ./hyprland.nix ];

  stations = {
    base.enable = true;
    desktop.enable = lib.mkDefault true;
    networking.enable = lib.mkDefault true;
  };
}
