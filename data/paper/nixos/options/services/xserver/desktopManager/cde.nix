{
  config,
  lib,
  options,
  pkgs,
}:
{
  "extraPackages" = with pkgs.xorg; [
  xclock bitmap xlsfonts xfd xrefresh xload xwininfo xdpyinfo xwd xwud
];
}
