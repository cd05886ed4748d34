# Every machine of this fleet, as plain data: what builds it, how it is reached, and when it is updated.
{
  hosts = {
    Rich-Evans = {
      description = "HP Server";
      kind = "nixos";
      system = "x86_64-linux";
      address = "rich-evans.local";
      users = [ "alex" ];
      tags = [ "always-on" ];
      wave = 2;
      dependsOn = [ "Bartleby" ];
      profiles = [ "server" ];
      roles = [
        "service-host"
        "container-host"
      ];
      services = [
        "proxy"
        "monitoring"
        "backup-server"
        "files"
        "media"
      ];
    };

    Marshmallow = {
      description = "Daily Driver";
      kind = "nixos";
      system = "x86_64-linux";
      address = "marshmallow.local";
      users = [
        "alex"
        "robin"
      ];
      tags = [ "portable" ];
      wave = 3;
      profiles = [ "personal" ];
      roles = [
        "workstation"
        "development"
      ];
      services = [ ];
    };

    Total-Eclipse = {
      description = "Gaming PC";
      kind = "nixos";
      system = "x86_64-linux";
      address = "total-eclipse.local";
      users = [
        "alex"
        "robin"
      ];
      tags = [ ];
      wave = 3;
      profiles = [
        "personal"
        "gaming"
      ];
      roles = [ "workstation" ];
      services = [ ];
    };

    Bartleby = {
      description = "Old PC with little memory";
      kind = "nixos";
      system = "x86_64-linux";
      address = "bartleby.local";
      users = [ "alex" ];
      tags = [
        "always-on"
        "canary"
      ];
      wave = 1;
      profiles = [ "server" ];
      roles = [ "low-resource" ];
      services = [ ];
    };

    Cronut = {
      description = "MacBook";
      kind = "darwin";
      system = "aarch64-darwin";
      address = "cronut.local";
      users = [ "alex" ];
      tags = [ "portable" ];
      wave = 3;
      profiles = [ "personal" ];
      roles = [
        "workstation"
        "development"
      ];
      services = [ ];
    };

    Work = {
      description = "MacBook of the employer";
      kind = "darwin";
      system = "aarch64-darwin";
      address = "work.local";
      users = [ "alex" ];
      tags = [ "portable" ];
      wave = 3;
      profiles = [ "work" ];
      roles = [
        "workstation"
        "development"
      ];
      services = [ ];
    };
  };
}
