{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.radarr;
}
