{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.flaresolverr;
}
