{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nzbget;
}
