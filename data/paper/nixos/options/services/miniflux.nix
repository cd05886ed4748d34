{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.miniflux;
}
