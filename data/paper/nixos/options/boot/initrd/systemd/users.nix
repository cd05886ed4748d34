{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.group" = name: config.users.users.${name}.group;
  "<name>.uid" = name: config.users.users.${name}.uid;
}
