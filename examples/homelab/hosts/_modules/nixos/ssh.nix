# SSH: keys only. It is how machines are deployed, so its port is open everywhere.
{ config, lib, ... }:
{
  services.openssh = {
    enable = true;
    # The age key of the host is made from this one.
    hostKeys = [
      {
        type = "ed25519";
        path = "/etc/ssh/ssh_host_ed25519_key";
      }
    ];
    settings = {
      PasswordAuthentication = false;
      KbdInteractiveAuthentication = false;
      PermitRootLogin = lib.mkDefault "no";
    };
  };

  homelab.ports = lib.listToAttrs (
    map (
      port:
      lib.nameValuePair "sshd-${toString port}" {
        inherit port;
        protocols = [ "tcp" ];
      }
    ) config.services.openssh.ports
  );
}
