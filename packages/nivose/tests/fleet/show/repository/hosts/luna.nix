{ config, ... }:
{
  lab.roles.server.enable = true;

  networking = {
    hostName = "luna";
    domain = "example.org";
    defaultGateway.address = "10.0.0.254";
    nameservers = [ "10.0.0.253" ];
    interfaces.eth0 = {
      ipv4.addresses = [
        {
          address = "10.0.0.1";
          prefixLength = 24;
        }
      ];
      ipv6.addresses = [ ];
    };
    firewall = {
      allowedTCPPorts = [
        80
        443
      ];
      allowedUDPPorts = [ 53 ];
      allowedTCPPortRanges = [
        {
          from = 8000;
          to = 8010;
        }
      ];
      interfaces.lan.allowedTCPPorts = [ 9053 ];
    };
  };

  services = {
    nginx.virtualHosts = {
      "example.org".forceSSL = true;
      "www.example.org" = { };
    };
    metrics = {
      enable = true;
      openFirewall = true;
    };
    dns = {
      enable = true;
      settings = {
        listen = "0.0.0.0:53";
        api.port = 9053;
        database.port = 5432;
        metrics.listen_addr = ":9100";
      };
    };
  };

  users.users = {
    ada = {
      isNormalUser = true;
      group = "users";
      extraGroups = [ "wheel" ];
      shell.pname = "zsh";
      openssh.authorizedKeys = {
        keys = [ "ssh-ed25519 AAAA ada" ];
        keyFiles = [ ];
      };
      packages = [ { pname = "htop"; } ];
    };
    root = {
      isNormalUser = false;
      group = "root";
      extraGroups = [ ];
      shell = "/bin/sh";
      openssh.authorizedKeys.keys = [ "ssh-ed25519 AAAA ada" ];
    };
    nobody = {
      isNormalUser = false;
      group = "nogroup";
      extraGroups = [ ];
    };
  };

  boot.loader.grub.enable = true;
  boot.initrd.luks.devices.root = { };
  fileSystems."/" = {
    mountPoint = "/";
    device = "/dev/mapper/root";
    fsType = "ext4";
  };
  swapDevices = [
    {
      device = "/swap";
      size = 4096;
    }
  ];
  zramSwap.enable = true;
  disko.devices.disk.main = {
    device = "/dev/sda";
    content.type = "gpt";
  };
  sops.secrets."db/password" = {
    sopsFile = ./luna.yaml;
    owner = "postgres";
    path = "/run/secrets/db/password";
  };
  age.secrets.token = {
    file = ./token.age;
    owner = "0";
  };
  virtualisation.oci-containers.containers.web = {
    image = "docker.io/library/nginx:1.27";
    ports = [ "8080:80" ];
  };
  containers.guest = { };
}
