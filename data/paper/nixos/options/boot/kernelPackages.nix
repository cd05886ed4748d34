{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = pkgs.linuxPackages;
}
