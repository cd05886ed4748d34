{
  config,
  lib,
  options,
  pkgs,
}:
{
  "background" = pkgs.nixos-artwork.wallpapers.simple-dark-gray-bottom.gnomeFilePath;
  "greeters.enso.cursorTheme.package" = pkgs.capitaine-cursors;
  "greeters.enso.iconTheme.package" = pkgs.papirus-icon-theme;
  "greeters.enso.theme.package" = pkgs.gnome-themes-extra;
  "greeters.gtk.cursorTheme.package" = pkgs.adwaita-icon-theme;
  "greeters.gtk.iconTheme.package" = pkgs.adwaita-icon-theme;
  "greeters.gtk.theme.package" = pkgs.gnome-themes-extra;
  "greeters.slick.cursorTheme.package" = pkgs.adwaita-icon-theme;
  "greeters.slick.font.package" = pkgs.ubuntu-classic;
  "greeters.slick.iconTheme.package" = pkgs.adwaita-icon-theme;
  "greeters.slick.theme.package" = pkgs.gnome-themes-extra;
}
