# Every machine of this fleet, as plain data: what builds it, how it is reached, and when it is updated.
{
  hosts = {
    Station-00 = {
      description = "The desktop: Hyprland, development and media";
      kind = "nixos";
      system = "x86_64-linux";
      address = "station-00.example.org";
      users = [ "player00" ];
      tags = [ "desktop" ];
      wave = 2;
    };

    Station-01 = {
      description = "A laptop that serves: databases, and the eyes on the others";
      kind = "nixos";
      system = "x86_64-linux";
      address = "station-01.example.org";
      users = [ "player00" ];
      tags = [
        "laptop"
        "server"
      ];
      wave = 1;
    };

    Station-02 = {
      description = "A laptop that serves: MCP servers, and the first to be updated";
      kind = "nixos";
      system = "x86_64-linux";
      address = "station-02.example.org";
      users = [ "player00" ];
      tags = [
        "laptop"
        "server"
        "canary"
      ];
      wave = 0;
    };

    player00-desktop = {
      description = "The desktop's home, on a machine that is not NixOS";
      kind = "home";
      system = "x86_64-linux";
      address = "player00-desktop";
      users = [ "player00" ];
      tags = [ "home" ];
      wave = 1;
    };

    player00-minimal = {
      description = "The command line alone, on a machine that is not NixOS";
      kind = "home";
      system = "x86_64-linux";
      address = "player00-minimal";
      users = [ "player00" ];
      tags = [ "home" ];
      wave = 1;
    };
  };
}
