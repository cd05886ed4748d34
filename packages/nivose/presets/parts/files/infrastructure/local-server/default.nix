# What the servers of this house share. They are reached from its network only.
{ lib, ... }:
{
  time.timeZone = lib.mkDefault "UTC";

  # Nobody sits there who could choose an older system.
  boot.loader.timeout = lib.mkDefault 3;

  services.smartd.enable = lib.mkDefault true;
}
