{
  config,
  lib,
  options,
  pkgs,
}:
{
  "ssh.authorizedKeyFiles" = config.users.users.root.openssh.authorizedKeys.keyFiles;
  "ssh.authorizedKeys" = config.users.users.root.openssh.authorizedKeys.keys;
}
