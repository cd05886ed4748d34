{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mpvpaper;
}
