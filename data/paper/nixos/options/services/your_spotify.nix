{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.your_spotify;
}
