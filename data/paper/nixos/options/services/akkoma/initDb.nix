{
  config,
  lib,
  options,
  pkgs,
}:
{
  "username" = config.services.postgresql.superUser;
}
