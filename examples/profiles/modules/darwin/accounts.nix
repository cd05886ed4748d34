# Accounts exist before nix-darwin does: macOS makes them. This says where their homes are.
{ config, lib, ... }:
{
  options.systems.primaryUser = lib.mkOption {
    type = lib.types.nullOr lib.types.str;
    default = null;
    description = "The user whose settings of macOS are set, and who owns Homebrew.";
  };

  config = {
    users.users = lib.mapAttrs (name: account: {
      home = "/Users/${name}";
      description = account.fullName;
      openssh.authorizedKeys.keys = account.sshKeys;
    }) config.systems.accounts;

    nix.settings.trusted-users = lib.attrNames (
      lib.filterAttrs (_: account: account.isAdministrator) config.systems.accounts
    );

    system.primaryUser = config.systems.primaryUser;
  };
}
