{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sonarr;
}
