{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.gid" = name: config.users.groups.${name}.gid;
}
