{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.twitch-tui;
}
