{
  config,
  lib,
  options,
  pkgs,
}:
{
  "group" = config.services.ergo.user;
}
