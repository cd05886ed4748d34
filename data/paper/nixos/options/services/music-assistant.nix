{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.music-assistant;
}
