# secrets/users: the hash of each person's password. NixOS needs it before there are users.
{
  config,
  host,
  lib,
  ...
}:
{
  sops.secrets = lib.listToAttrs (
    map (user: {
      name = "users/${user}";
      value = {
        sopsFile = ../../secrets/users + "/${user}.yaml";
        key = "password-hash";
        neededForUsers = true;
      };
    }) host.users
  );

  @ns@.accounts = lib.genAttrs host.users (user: {
    passwordFile = config.sops.secrets."users/${user}".path;
  });
}
