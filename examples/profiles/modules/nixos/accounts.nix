# Accounts of people, from `systems.accounts`.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.systems.accounts;
  administrators = lib.filterAttrs (_: account: account.isAdministrator) cfg;
in
{
  config = lib.mkIf (cfg != { }) {
    warnings = lib.optional (lib.all (account: account.sshKeys == [ ]) (lib.attrValues cfg)) ''
      Nobody who has an account here has a public SSH key, and passwords fit only once they are set: add keys to users/default.nix.
    '';

    users = {
      # Where every password comes from a file, nobody can change one on the machine and lose it with the next update.
      mutableUsers = lib.mkDefault (lib.any (account: account.passwordFile == null) (lib.attrValues cfg));

      users = lib.mapAttrs (_: account: {
        isNormalUser = true;
        description = account.fullName;
        extraGroups = lib.optionals account.isAdministrator [ "wheel" ];
        openssh.authorizedKeys.keys = account.sshKeys;
        hashedPasswordFile = account.passwordFile;
        shell = pkgs.zsh;
      }) cfg;
    };

    # Who may become root may also send a machine what another one has built.
    nix.settings.trusted-users = lib.attrNames administrators;
  };
}
