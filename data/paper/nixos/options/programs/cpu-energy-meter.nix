{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cpu-energy-meter;
}
