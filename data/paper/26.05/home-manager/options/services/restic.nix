{
  config,
  lib,
  options,
  pkgs,
}:
{
  "backups.<name>.package" = name: pkgs.restic;
  "backups.<name>.runCheck" = name: lib.length config.checkOpts > 0 || lib.length config.pruneOpts > 0;
  "backups.<name>.ssh-package" = name: pkgs.openssh;
}
