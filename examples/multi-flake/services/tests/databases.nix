# A database exists, its owner gets in, and the dump is written.
{ module }:
{
  name = "databases";

  nodes.station = {
    imports = [ module ];
    stations.services.databases = {
      enable = true;
      names = [ "notes" ];
    };
    users.users.notes = {
      isSystemUser = true;
      group = "nogroup";
    };
  };

  testScript = ''
    station.wait_for_unit("postgresql.service")
    station.wait_until_succeeds("sudo -u notes psql --command 'create table lines (line text)' notes")
    station.succeed("systemctl start postgresqlBackup.service")
    station.succeed("ls /var/backup/postgresql/all.sql.gz")
  '';
}
