# What every station without a screen is. A role that is not for all of them is switched on by the station itself.
{ lib, ... }:
{
  stations = {
    base.enable = true;
    networking.enable = lib.mkDefault true;
  };

  documentation.nixos.enable = false;
}
