{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dscanner;
}
