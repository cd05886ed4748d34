{
  config,
  lib,
  options,
  pkgs,
}:
{
  "cde.extraPackages" = with pkgs.xorg; [
  xclock bitmap xlsfonts xfd xrefresh xload xwininfo xdpyinfo xwd xwud
];
  "gnome.flashback.panelModulePackages" = [ pkgs.gnome-applets ];
  "kodi.package" = pkgs.kodi;
  "phosh.package" = pkgs.phosh;
  "plasma5.notoPackage" = pkgs.noto-fonts;
  "retroarch.package" = pkgs.retroarch;
  "surf-display.defaultWwwUri" = "${pkgs.surf-display}/share/surf-display/empty-page.html";
}
