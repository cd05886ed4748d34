# Accounts. macOS makes them; here is where they live, who may log in, and whose settings `system.defaults` are.
{
  fleet,
  host,
  lib,
  pkgs,
  ...
}:
{
  users.users = lib.genAttrs host.users (name: {
    home = "/Users/${name}";
    shell = pkgs.zsh;
    openssh.authorizedKeys.keys = fleet.users.${name}.sshKeys;
  });

  system.primaryUser = if host.users == [ ] then "root" else builtins.head host.users;
}
