# UniFi: the controller of Ubiquiti's access points and switches. Its ports are fixed in their firmware, so others must make
# room: 8080 and 8443 are what proxies often use behind another one.
{ config, lib, ... }:
let
  cfg = config.homelab.services.unifi;
  tcp = port: {
    inherit port;
    open = true;
  };
  udp = port: {
    inherit port;
    protocols = [ "udp" ];
    open = true;
  };
in
{
  options.homelab.services.unifi.enable = lib.mkEnableOption "the UniFi controller";

  config = lib.mkIf cfg.enable {
    services.unifi = {
      enable = true;
      # The ports are opened below, where they can be compared with those of others.
      openFirewall = false;
    };

    homelab = {
      ports = {
        unifi-inform = tcp 8080;
        unifi-web = tcp 8443;
        unifi-portal = tcp 8880;
        unifi-portal-tls = tcp 8843;
        unifi-speedtest = tcp 6789;
        unifi-stun = udp 3478;
        unifi-discovery = udp 10001;
        unifi-database = {
          port = 27117;
          address = "127.0.0.1";
        };
      };
      sites.unifi = {
        port = 8443;
        scheme = "https";
      };
      # Its own backups, which it can read again; not the files of the running database.
      backup.paths = [ "/var/lib/unifi/data/backup" ];
    };
  };
}
