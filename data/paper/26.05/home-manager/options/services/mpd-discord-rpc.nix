{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mpd-discord-rpc;
}
