# Accounts exist before nix-darwin does: macOS makes them. This says where their homes are.
{ config, lib, ... }:
{
  options.@ns@.primaryUser = lib.mkOption {
    type = lib.types.nullOr lib.types.str;
    default = null;
    description = "The user whose settings of macOS are set, and who owns Homebrew.";
  };

  config = {
    users.users = lib.mapAttrs (name: account: {
      home = "/Users/${name}";
      description = account.fullName;
      openssh.authorizedKeys.keys = account.sshKeys;
    }) config.@ns@.accounts;

    nix.settings.trusted-users = lib.attrNames (
      lib.filterAttrs (_: account: account.isAdministrator) config.@ns@.accounts
    );
    # @if !old@

    system.primaryUser = config.@ns@.primaryUser;
    # @end@
  };
}
