{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rtorrent;
}
