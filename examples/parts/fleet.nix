# Every machine of this fleet, as plain data: what builds it, how it is reached, and when it is updated.
{
  hosts = {
    desk = {
      description = "the workstation on NixOS";
      kind = "nixos";
      system = "x86_64-linux";
      address = "desk.lan";
      users = [ "mara" ];
      tags = [ "workstation" ];
      wave = 1;
      where = "local-machines";
    };

    book = {
      description = "the MacBook";
      kind = "darwin";
      system = "aarch64-darwin";
      address = "book.lan";
      users = [ "jonas" ];
      tags = [ "workstation" ];
      wave = 1;
      where = "local-machines";
      remoteBuild = true;
    };

    vmhost = {
      description = "the hypervisor in the rack at home";
      kind = "nixos";
      system = "x86_64-linux";
      address = "vmhost.lan";
      users = [
        "mara"
        "jonas"
      ];
      tags = [ "server" ];
      wave = 3;
      where = "local-server";
    };

    web-01 = {
      description = "the web server";
      kind = "nixos";
      system = "aarch64-linux";
      address = "web-01.mxmlabs.example.org";
      users = [
        "mara"
        "jonas"
      ];
      tags = [
        "server"
        "cloud"
      ];
      wave = 2;
      dependsOn = [ "db-01" ];
      where = "hetzner";
      remoteBuild = true;
      cloud = {
        serverType = "cax11";
        location = "nbg1";
        privateAddress = "10.42.1.10";
      };
    };

    db-01 = {
      description = "the database";
      kind = "nixos";
      system = "x86_64-linux";
      address = "db-01.mxmlabs.example.org";
      users = [
        "mara"
        "jonas"
      ];
      tags = [
        "server"
        "cloud"
      ];
      wave = 2;
      where = "hetzner";
      cloud = {
        serverType = "cx23";
        location = "nbg1";
        privateAddress = "10.42.1.11";
      };
    };
  };

  users = {
    mara = {
      fullName = "Mara Lindqvist";
      email = "mara@example.org";
      sshKeys = [
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPVpCP7T+dZrsivVyLM3lm7B/Pf1KXXvV4BfqFu8eJYF mara@desk"
      ];
    };
    jonas = {
      fullName = "Jonas Weber";
      email = "jonas@example.org";
      sshKeys = [
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKM0W00jKE0rDgz7X2576C5JKNtl7RJ0+I1lMeAQLNvc jonas@book"
      ];
    };
  };

  domain = "mxmlabs.example.org";

  cloud = {
    network = "10.42.0.0/16";
    zone = "eu-central";
  };
}
