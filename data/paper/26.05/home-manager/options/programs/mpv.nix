{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mpv;
}
