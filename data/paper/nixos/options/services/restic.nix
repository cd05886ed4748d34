{
  config,
  lib,
  options,
  pkgs,
}:
{
  "backups.<name>.package" = name: pkgs.restic;
  "backups.<name>.runCheck" = name: builtins.length config.services.backups.${name}.checkOpts > 0;
  "server.package" = pkgs.restic-rest-server;
}
