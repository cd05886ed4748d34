# What NixOS adds to basic security: a strict SSH server, and a firewall.
{ config, lib, ... }:
let
  cfg = config.@namespace@.base.security;
in
{
  config = lib.mkIf cfg.enable {
    services.openssh.settings = {
      PasswordAuthentication = false;
      KbdInteractiveAuthentication = false;
      # deploy-rs and nixos-anywhere come as root, with a key.
      PermitRootLogin = "prohibit-password";
      X11Forwarding = false;
    };

    users.users.root.openssh.authorizedKeys.keys = cfg.rootKeys;

    networking.firewall.enable = true;

    security.sudo.execWheelOnly = true;
  };
}
