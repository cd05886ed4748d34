# Restic: saves what services call worth keeping to another machine, encrypted, every night.
{
  config,
  host,
  lib,
  ...
}:
let
  inherit (config.homelab) backup domain;
  cfg = config.homelab.services.restic;
in
{
  options.homelab.services.restic = {
    enable = lib.mkEnableOption "backups with restic";

    repository = lib.mkOption {
      type = lib.types.str;
      default = "sftp:backup@nas.${domain}:/srv/restic/${host.name}";
      defaultText = lib.literalMD "a folder named like the host on `nas`, by SFTP";
      description = "Where the backup goes. It should not be on this machine.";
    };

    passwordFile = lib.mkOption {
      type = lib.types.str;
      default = "/etc/restic/password";
      description = "The file on the host that holds the password of the backup.";
    };

    sshKey = lib.mkOption {
      type = lib.types.str;
      default = "/etc/ssh/ssh_host_ed25519_key";
      description = "The private key for SFTP; the host's own, unless said otherwise.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.restic.backups.house = {
      inherit (cfg) passwordFile repository;
      inherit (backup) exclude paths;
      initialize = true;
      timerConfig = {
        OnCalendar = "03:30";
        RandomizedDelaySec = "30m";
        # Made up for after a night without power.
        Persistent = true;
      };
      pruneOpts = [
        "--keep-daily 7"
        "--keep-weekly 5"
        "--keep-monthly 12"
      ];
      # A twentieth of the data is read again each time: a backup that nobody can read is none.
      checkOpts = [ "--read-data-subset=5%" ];
      extraOptions = lib.optional (lib.hasPrefix "sftp:" cfg.repository) "sftp.args='-i ${cfg.sshKey}'";
    };

    # The host's own identity: with it, secrets can be read on a new disk.
    homelab.backup.paths = [
      "/etc/ssh/ssh_host_ed25519_key"
      "/etc/ssh/ssh_host_ed25519_key.pub"
      "/var/lib/nixos"
    ];
  };
}
