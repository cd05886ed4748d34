{
  config,
  lib,
  options,
  pkgs,
}:
{
  "amdvlk.package" = pkgs.amdvlk;
  "amdvlk.support32Bit.package" = pkgs.driversi686Linux.amdvlk;
}
