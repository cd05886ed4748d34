{
  config,
  lib,
  options,
  pkgs,
}:
{
  "dataDir" = "/home/${config.services.quassel.user}/.config/quassel-irc.org";
  "package" = pkgs.quasselDaemon;
}
