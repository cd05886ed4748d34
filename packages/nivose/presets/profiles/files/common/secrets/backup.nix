# secrets/backup: the password that encrypts the backups of a host; only the host and the operators can read it.
# secrets/backup-access: the password that lets it in at the server, which the server knows, too.
{
  config,
  host,
  lib,
  ...
}:
let
  cfg = config.@ns@;
  accessOf = name: {
    sopsFile = ../../secrets/backup-access + "/${name}.yaml";
    key = "password";
  };
in
{
  sops.secrets = lib.mkMerge [
    (lib.mkIf cfg.backup.enable {
      "backup/password" = {
        sopsFile = ../../secrets/backup + "/${host.name}.yaml";
        key = "password";
      };
      "backup-access/${host.name}" = accessOf host.name;
    })
    (lib.mkIf cfg.services.backup-server.enable (
      lib.listToAttrs (
        map (name: {
          name = "backup-access/${name}";
          value = accessOf name // {
            restartUnits = [
              "restic-passwords.service"
              "restic-rest-server.service"
            ];
          };
        }) cfg.backup.clients
      )
    ))
  ];

  sops.templates."backup.env" = lib.mkIf cfg.backup.enable {
    content = ''
      RESTIC_REST_USERNAME=${host.name}
      RESTIC_REST_PASSWORD=${config.sops.placeholder."backup-access/${host.name}"}
    '';
  };

  @ns@ = {
    backup = lib.mkIf cfg.backup.enable {
      passwordFile = config.sops.secrets."backup/password".path;
      environmentFile = config.sops.templates."backup.env".path;
    };
    services.backup-server.passwordFiles = lib.mkIf cfg.services.backup-server.enable (
      lib.genAttrs cfg.backup.clients (name: config.sops.secrets."backup-access/${name}".path)
    );
  };
}
