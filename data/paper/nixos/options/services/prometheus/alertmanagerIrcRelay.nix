{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.alertmanager-irc-relay;
}
