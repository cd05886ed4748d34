# A machine that others rely on: it comes back by itself, and says when it does not.
{ config, lib, ... }:
{
  config = lib.mkIf config.homelab.roles.server.enable {
    # Reboots if the kernel or systemd hangs.
    boot.kernelParams = [ "panic=30" ];

    services = {
      fail2ban.enable = true;
      fstrim.enable = true;
    };

    zramSwap.enable = true;

    # A server never sleeps.
    systemd.targets = {
      hibernate.enable = false;
      sleep.enable = false;
      suspend.enable = false;
    };
  };
}
