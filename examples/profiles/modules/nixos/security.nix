# How a machine is reached, and by whom. This is on everywhere; it has no switch.
{ config, lib, ... }:
let
  cfg = config.systems.security;
  administrators = lib.filterAttrs (_: account: account.isAdministrator) config.systems.accounts;
in
{
  options.systems.security.rootLogin = lib.mkEnableOption ''
    logging in as root with the keys of the administrators, for machines that are updated from another one
  '';

  config = {
    networking.firewall.enable = true;

    services.openssh = {
      enable = true;
      settings = {
        PasswordAuthentication = false;
        KbdInteractiveAuthentication = false;
        PermitRootLogin = if cfg.rootLogin then "prohibit-password" else "no";
      };
    };

    users.users.root.openssh.authorizedKeys.keys = lib.mkIf cfg.rootLogin (
      lib.concatMap (account: account.sshKeys) (lib.attrValues administrators)
    );

    security.sudo.execWheelOnly = true;
  };
}
