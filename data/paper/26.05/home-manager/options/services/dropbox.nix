{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dropbox-cli;
  "path" = "${config.home.homeDirectory}/Dropbox";
}
