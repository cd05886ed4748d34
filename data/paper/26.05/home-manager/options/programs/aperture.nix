{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.aperture;
}
