# What macOS adds to basic security: sudo by fingerprint, its firewall, and an SSH server that takes keys only.
{ config, lib, ... }:
let
  cfg = config.@namespace@.base.security;
in
{
  config = lib.mkIf cfg.enable {
    # @if darwinPrimaryUser@
    security.pam.services.sudo_local.touchIdAuth = true;

    networking.applicationFirewall.enable = true;
    # @else@
    security.pam.enableSudoTouchIdAuth = true;

    system.defaults.alf.globalstate = 1;
    # @end@

    environment.etc."ssh/sshd_config.d/200-keys-only.conf".text = ''
      PasswordAuthentication no
      KbdInteractiveAuthentication no
      PermitRootLogin no
    '';
  };
}
