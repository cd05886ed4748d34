{
  config,
  lib,
  options,
  pkgs,
}:
{
  "groups.<name>.gid" = name: config.users.groups.${name}.gid;
  "package" = config.systemd.package;
  "tmpfiles.settings.<name>.<name>.<name>.type" = name1: name2: name: "${name1}";
  "users.<name>.group" = name: config.users.users.${name}.group;
  "users.<name>.uid" = name: config.users.users.${name}.uid;
}
