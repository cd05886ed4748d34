{
  config,
  lib,
  options,
  pkgs,
}:
{
  "cursorTheme.package" = pkgs.adwaita-icon-theme;
  "font.package" = pkgs.cantarell-fonts;
  "iconTheme.package" = pkgs.adwaita-icon-theme;
  "package" = pkgs.greetd.regreet;
  "theme.package" = pkgs.gnome-themes-extra;
}
