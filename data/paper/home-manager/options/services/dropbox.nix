{
  config,
  lib,
  options,
  pkgs,
}:
{
  "path" = "${config.home.homeDirectory}/Dropbox";
}
