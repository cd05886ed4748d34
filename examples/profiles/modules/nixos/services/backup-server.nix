# Takes the backups of the other machines. They can add to their own folder, and neither read nor change another one; what is
# there they cannot delete, so a machine that was broken into cannot take its backups along.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.systems.services.backup-server;
  passwords = "/var/lib/restic-passwords/htpasswd";
in
{
  options.systems.services.backup-server = {
    enable = lib.mkEnableOption "taking backups of other machines, on port 8000";
    folder = lib.mkOption {
      type = lib.types.str;
      default = "/srv/backup";
      description = "Where the backups are kept: on a disk of its own, if there is one.";
    };
    passwordFiles = lib.mkOption {
      type = lib.types.attrsOf lib.types.str;
      default = { };
      description = "A file with the password of each machine that is let in, by its name.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.restic.server = {
      enable = true;
      dataDir = cfg.folder;
      appendOnly = true;
      privateRepos = true;
      extraFlags = [ "--htpasswd-file=${passwords}" ];
    };

    # The server wants hashes, and secrets are kept in clear below /run: the hashes are made when it starts.
    systemd.services.restic-passwords = {
      description = "Hash the passwords of the machines that make backups";
      requiredBy = [ "restic-rest-server.service" ];
      before = [ "restic-rest-server.service" ];
      path = [ pkgs.apacheHttpd ];
      serviceConfig = {
        Type = "oneshot";
        RemainAfterExit = true;
        StateDirectory = "restic-passwords";
        StateDirectoryMode = "0750";
        Group = "restic";
        UMask = "0027";
      };
      script = ''
        : > ${passwords}.new
        ${lib.concatStringsSep "\n" (
          lib.mapAttrsToList (name: file: "htpasswd -iB ${passwords}.new ${name} < ${file}") cfg.passwordFiles
        )}
        mv ${passwords}.new ${passwords}
      '';
    };

    networking.firewall.allowedTCPPorts = [ 8000 ];

    # For pruning, which only this side can do.
    environment.systemPackages = [ pkgs.restic ];

    # The backups of others are not part of the server's own.
    systems.backup.exclude = [ cfg.folder ];
  };
}
