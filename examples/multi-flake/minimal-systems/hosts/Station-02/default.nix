# A laptop that serves: MCP servers, and the first to be updated.
{ config, ... }:
{
  imports = [
    ./disk.nix
    ./hardware.nix
  ];

  networking.hostName = "Station-02";

  stations = {
    base.people = [ "player00" ];
    intel.enable = true;
    power = {
      enable = true;
      ignoreLid = true;
    };
    server.enable = true;
    userEnvironments.player00 = "minimal";

    services = {
      backup = {
        enable = true;
        # Where backups are kept: a machine that is none of these.
        repository = "sftp:backup@backup.example.org:/srv/restic/Station-02";
        passwordFile = config.sops.secrets.restic-password.path;
      };
      mcp = {
        enable = true;
        servers.station-facts.tokenFile = config.sops.secrets.mcp-token.path;
      };
      monitoring.enable = true;
    };

    secrets = {
      names = [
        "restic-password"
        "mcp-token"
      ];
      passwordsOf = [ "player00" ];
    };
  };

  system.stateVersion = "26.05";
}
