# What macOS adds to basic security: sudo by fingerprint, its firewall, and an SSH server that takes keys only.
{ config, lib, ... }:
let
  cfg = config.mxmlabs.base.security;
in
{
  config = lib.mkIf cfg.enable {
    security.pam.services.sudo_local.touchIdAuth = true;

    networking.applicationFirewall.enable = true;

    environment.etc."ssh/sshd_config.d/200-keys-only.conf".text = ''
      PasswordAuthentication no
      KbdInteractiveAuthentication no
      PermitRootLogin no
    '';
  };
}
