{
  config,
  lib,
  options,
  pkgs,
}:
{
  "homedir" = "${config.home.homeDirectory}/.gnupg";
  "package" = pkgs.gnupg;
}
