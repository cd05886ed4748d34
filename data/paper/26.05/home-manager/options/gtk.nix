{
  config,
  lib,
  options,
  pkgs,
}:
{
  "gtk2.configLocation" = if config.home.preferXdgDirectories then
  "${config.xdg.configHome}/gtk-2.0/gtkrc"
else
  "${config.home.homeDirectory}/.gtkrc-2.0";
  "gtk2.cursorTheme" = config.gtk.cursorTheme;
  "gtk2.font" = config.gtk.font;
  "gtk2.iconTheme" = config.gtk.iconTheme;
  "gtk2.theme" = config.gtk.theme;
  "gtk3.colorScheme" = config.gtk.colorScheme;
  "gtk3.cursorTheme" = config.gtk.cursorTheme;
  "gtk3.font" = config.gtk.font;
  "gtk3.iconTheme" = config.gtk.iconTheme;
  "gtk3.theme" = config.gtk.theme;
  "gtk4.colorScheme" = config.gtk.colorScheme;
  "gtk4.cursorTheme" = config.gtk.cursorTheme;
  "gtk4.font" = config.gtk.font;
  "gtk4.iconTheme" = config.gtk.iconTheme;
  "gtk4.theme" = if lib.versionAtLeast config.home.stateVersion "26.05" then null else config.gtk.theme;
}
