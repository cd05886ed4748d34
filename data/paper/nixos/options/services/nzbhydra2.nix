{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nzbhydra2;
}
