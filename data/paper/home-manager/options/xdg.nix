{
  config,
  lib,
  options,
  pkgs,
}:
{
  "configFile.<name>.target" = name: name;
  "dataFile.<name>.target" = name: name;
  "mime.desktopFileUtilsPackage" = pkgs.desktop-file-utils;
  "mime.sharedMimeInfoPackage" = pkgs.shared-mime-info;
  "stateFile.<name>.target" = name: name;
  "userDirs.desktop" = "${config.home.homeDirectory}/Desktop";
  "userDirs.documents" = "${config.home.homeDirectory}/Documents";
  "userDirs.download" = "${config.home.homeDirectory}/Downloads";
  "userDirs.music" = "${config.home.homeDirectory}/Music";
  "userDirs.pictures" = "${config.home.homeDirectory}/Pictures";
  "userDirs.publicShare" = "${config.home.homeDirectory}/Public";
  "userDirs.templates" = "${config.home.homeDirectory}/Templates";
  "userDirs.videos" = "${config.home.homeDirectory}/Videos";
}
