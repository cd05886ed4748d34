# PostgreSQL: databases with an owner of the same name, dumps every night, and no port open to the world.
{
  config,
  lib,
  ...
}:
let
  cfg = config.mxmlabs.roles.server.database;
  names = builtins.attrNames cfg.databases;

  database = lib.types.submodule {
    options.passwordFile = lib.mkOption {
      type = lib.types.nullOr lib.types.path;
      default = null;
      description = "The file with the owner's password, for clients on other machines. It is read at start, never copied.";
    };
  };

  withPassword = lib.filterAttrs (_: each: each.passwordFile != null) cfg.databases;
in
{
  options.mxmlabs.roles.server.database = {
    enable = lib.mkEnableOption "a PostgreSQL server";

    databases = lib.mkOption {
      type = lib.types.attrsOf database;
      default = { };
      description = "Databases; each belongs to a role of its name.";
    };

    clients = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      example = [ "10.42.0.0/16" ];
      description = "IPv4 networks that may connect, with a password. The firewall opens for nobody else.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.postgresql = {
      enable = true;
      enableTCPIP = cfg.clients != [ ];
      ensureDatabases = names;
      ensureUsers = map (name: {
        inherit name;
        ensureDBOwnership = true;
      }) names;
      settings.password_encryption = "scram-sha-256";
      authentication = lib.concatMapStrings (network: ''
        host all all ${network} scram-sha-256
      '') cfg.clients;
    };

    services.postgresqlBackup = {
      enable = names != [ ];
      databases = names;
      compression = "zstd";
    };

    # psql reads passwords from systemd's credentials: they are in no argument and in no file that others can read.
    systemd.services.postgresql-passwords = lib.mkIf (withPassword != { }) {
      description = "Passwords of PostgreSQL's roles";
      wantedBy = [ "multi-user.target" ];
      requires = [ "postgresql.service" ];
      after = [
        "postgresql.service"
        "postgresql-setup.service"
      ];
      path = [ config.services.postgresql.package ];
      script = lib.concatMapStrings (name: ''
        psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --dbname postgres <<'SQL'
        \set password `cat "$CREDENTIALS_DIRECTORY/${name}"`
        ALTER ROLE "${name}" WITH PASSWORD :'password';
        SQL
      '') (builtins.attrNames withPassword);
      serviceConfig = {
        Type = "oneshot";
        RemainAfterExit = true;
        User = "postgres";
        LoadCredential = lib.mapAttrsToList (name: each: "${name}:${each.passwordFile}") withPassword;
      };
    };

    # Rules by address need nftables.
    networking = {
      nftables.enable = true;
      firewall.extraInputRules = lib.mkIf (cfg.clients != [ ]) ''
        ip saddr { ${lib.concatStringsSep ", " cfg.clients} } tcp dport ${toString config.services.postgresql.settings.port} accept
      '';
    };
  };
}
