{
  config,
  lib,
  options,
  pkgs,
}:
{
  "group" = config.services.quorum.user;
}
