# The base that a new machine starts from: it can be reached, it can install NixOS, and it is small.
{
  config,
  fleet,
  host,
  lib,
  pkgs,
  ...
}:
{
  config = lib.mkIf config.homelab.roles.bootstrap.enable {
    environment.systemPackages = [
      pkgs.age
      pkgs.parted
      pkgs.rsync
      pkgs.ssh-to-age
    ];

    # nixos-anywhere logs in as root, with a key. By force, because the installer's own modules allow passwords.
    services.openssh.settings.PermitRootLogin = lib.mkForce "prohibit-password";
    users.users.root.openssh.authorizedKeys.keys = lib.concatMap (name: fleet.users.${name}.sshKeys) (
      builtins.filter (name: fleet.users.${name}.admin) host.users
    );

    documentation.enable = lib.mkDefault false;

    # Its address is not known beforehand: it is announced as <name>.local.
    services.avahi = {
      enable = true;
      nssmdns4 = true;
      publish = {
        enable = true;
        addresses = true;
      };
    };

    homelab.ports.avahi = {
      port = 5353;
      protocols = [ "udp" ];
      open = true;
    };
  };
}
