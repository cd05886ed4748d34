# Backups with restic, every night, to the server of the fleet. The data is encrypted before it leaves the machine.
{ config, lib, ... }:
let
  cfg = config.systems.backup;
in
{
  options.systems.backup = {
    enable = lib.mkEnableOption "backups of this machine";
    server = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = null;
      description = "The address of the machine that takes the backups.";
    };
    clients = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      description = "The machines that make backups: what the server lets in.";
    };
    repository = lib.mkOption {
      type = lib.types.str;
      default = "rest:http://${cfg.server}:8000/${config.networking.hostName}/";
      defaultText = lib.literalMD "a folder of the machine's own on the server";
      description = "Where the backups go, as restic names it.";
    };
    paths = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      description = "What is backed up. Modules add to it.";
    };
    exclude = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [
        "/home/*/.cache"
        "/home/*/.local/share/Steam"
        "/home/*/.local/share/Trash"
        "/var/lib/containers"
        "/var/lib/systemd/coredump"
        "node_modules"
        "target"
      ];
      description = "What is not: what can be made or fetched again.";
    };
    passwordFile = lib.mkOption {
      type = lib.types.str;
      default = "/etc/restic/password";
      description = "A file with the password that encrypts the backups. Without it nobody can read them, ever.";
    };
    environmentFile = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = null;
      description = "A file with RESTIC_REST_USERNAME and RESTIC_REST_PASSWORD, for the server to let the machine in.";
    };
  };

  config = lib.mkIf cfg.enable {
    # A default of the option would be lost as soon as a module adds something.
    systems.backup.paths = [
      "/etc/ssh"
      "/home"
      "/root"
      "/var/lib"
    ];

    services.restic.backups.systems = {
      inherit (cfg)
        repository
        paths
        exclude
        passwordFile
        environmentFile
        ;
      initialize = true;
      timerConfig = {
        OnCalendar = "02:00";
        RandomizedDelaySec = "2h";
        # A laptop that slept at night makes up for it.
        Persistent = true;
      };
    };
  };
}
