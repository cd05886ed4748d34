{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lidarr;
}
