# What NixOS adds to basic security: a strict SSH server, and a firewall.
{ config, lib, ... }:
let
  cfg = config.mxmlabs.base.security;
in
{
  config = lib.mkIf cfg.enable {
    warnings = lib.optional (cfg.rootKeys == [ ]) ''
      Nobody can log in as root by SSH: no key is known. Give people sshKeys in fleet.nix, or set
      mxmlabs.base.security.rootKeys.
    '';

    services.openssh.settings = {
      PasswordAuthentication = false;
      KbdInteractiveAuthentication = false;
      # Installations and updates come as root, with a key.
      PermitRootLogin = "prohibit-password";
      X11Forwarding = false;
    };

    users.users.root.openssh.authorizedKeys.keys = cfg.rootKeys;

    networking.firewall.enable = true;

    security.sudo.execWheelOnly = true;
  };
}
