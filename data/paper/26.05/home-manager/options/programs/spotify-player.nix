{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.spotify-player;
}
