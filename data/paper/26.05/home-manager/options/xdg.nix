{
  config,
  lib,
  options,
  pkgs,
}:
{
  "cacheFile.<name>.target" = name: name;
  "configFile.<name>.target" = name: name;
  "dataFile.<name>.target" = name: name;
  "mime.desktopFileUtilsPackage" = pkgs.desktop-file-utils;
  "mime.sharedMimeInfoPackage" = pkgs.shared-mime-info;
  "stateFile.<name>.target" = name: name;
  "terminal-exec.package" = pkgs.xdg-terminal-exec;
  "userDirs.desktop" = "${config.home.homeDirectory}/Desktop";
  "userDirs.documents" = "${config.home.homeDirectory}/Documents";
  "userDirs.download" = "${config.home.homeDirectory}/Downloads";
  "userDirs.music" = "${config.home.homeDirectory}/Music";
  "userDirs.package" = pkgs.xdg-user-dirs;
  "userDirs.pictures" = "${config.home.homeDirectory}/Pictures";
  "userDirs.projects" = "${config.home.homeDirectory}/Projects";
  "userDirs.publicShare" = "${config.home.homeDirectory}/Public";
  "userDirs.setSessionVariables" = if lib.versionAtLeast config.home.stateVersion "26.05" then false else true;
  "userDirs.templates" = "${config.home.homeDirectory}/Templates";
  "userDirs.videos" = "${config.home.homeDirectory}/Videos";
}
