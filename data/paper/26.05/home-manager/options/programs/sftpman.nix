{
  config,
  lib,
  options,
  pkgs,
}:
{
  "mounts.<name>.sshKey" = name: config.programs.sftpman.defaultSshKey;
  "package" = pkgs.sftpman;
}
