{
  config,
  lib,
  options,
  pkgs,
}:
{
  "group" = config.services.wasabibackend.user;
}
