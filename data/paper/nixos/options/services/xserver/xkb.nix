{
  config,
  lib,
  options,
  pkgs,
}:
{
  "dir" = "${pkgs.xkeyboard_config}/etc/X11/xkb";
}
