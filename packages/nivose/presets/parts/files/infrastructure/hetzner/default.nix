# What all servers of Hetzner Cloud share. Terraform makes them: see _terraform/.
{ lib, ... }:
{
  time.timeZone = lib.mkDefault "UTC";

  # The console of the web interface; it is the way in if the network is not.
  boot.kernelParams = [
    "console=tty1"
    "console=ttyS0,115200"
  ];

  networking = {
    nftables.enable = true;
    timeServers = [
      "ntp1.hetzner.de"
      "ntp2.hetzner.com"
      "ntp3.hetzner.net"
    ];
  };

  # The world tries passwords all day. None works, and this keeps the log readable.
  services.fail2ban.enable = true;
}
