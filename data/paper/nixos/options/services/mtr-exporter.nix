{
  config,
  lib,
  options,
  pkgs,
}:
{
  "mtrPackage" = pkgs.mtr;
  "package" = pkgs.mtr-exporter;
}
