{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.spotifyd;
}
