# Every machine of this fleet, as plain data: what builds it, how it is reached, and when it is updated.
{
  hosts = {
    rymac = {
      description = "The primary development machine";
      kind = "darwin";
      system = "aarch64-darwin";
      address = "rymac.local";
      users = [ "ry" ];
      tags = [ "personal" ];
      wave = 2;
      hardware = "mac";
      roles = [ "development" ];
      services = [ ];
    };

    nixpi = {
      description = "A Raspberry Pi at the edge";
      kind = "nixos";
      system = "aarch64-linux";
      address = "192.168.1.11";
      users = [ "ry" ];
      tags = [ "edge" ];
      wave = 1;
      hardware = "raspberry-pi";
      roles = [ "edge" ];
      services = [
        "node-exporter"
        "glances"
      ];
    };

    luna = {
      description = "The server with the services of the house";
      kind = "nixos";
      system = "x86_64-linux";
      address = "192.168.1.10";
      users = [ "ry" ];
      tags = [
        "server"
        "builder"
      ];
      wave = 2;
      dependsOn = [ "nixpi" ];
      hardware = "intel";
      roles = [ "server" ];
      services = [
        "dnsdist"
        "adguardhome"
        "blocky"
        "bind"
        "haproxy"
        "caddy"
        "nginx"
        "podman"
        "omada"
        "unifi"
        "glances"
        "node-exporter"
        "prometheus"
        "restic"
      ];
    };

    rydev = {
      description = "A virtual machine in Parallels, for development and for trying things";
      kind = "nixos";
      system = "aarch64-linux";
      address = "192.168.1.20";
      users = [ "ry" ];
      tags = [
        "personal"
        "canary"
      ];
      wave = 0;
      hardware = "parallels";
      roles = [ "development" ];
      services = [
        "podman"
        "node-exporter"
      ];
    };

    nixos-bootstrap = {
      description = "The base from which new machines are installed";
      kind = "nixos";
      system = "aarch64-linux";
      address = "nixos-bootstrap.local";
      users = [ "ry" ];
      tags = [ "canary" ];
      wave = 0;
      hardware = "virtual";
      roles = [ "bootstrap" ];
      services = [ ];
    };
  };
}
