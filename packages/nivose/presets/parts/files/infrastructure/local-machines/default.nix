# What all machines on desks and laps share, NixOS or macOS.
{ lib, ... }:
{
  time.timeZone = lib.mkDefault "Europe/Berlin";
}
