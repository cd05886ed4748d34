{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.jellyseerr;
}
