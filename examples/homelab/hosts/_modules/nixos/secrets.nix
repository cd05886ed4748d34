# Which services need which secrets. The services themselves only know a path.
{ config, lib, ... }:
let
  services = config.homelab.services;
in
{
  config = lib.mkIf services.restic.enable {
    homelab = {
      secrets.restic-password = {
        description = "The password of the backup. Without it, no backup can be read: keep a copy outside of the house.";
        kind = "password";
        minLength = 24;
      };
      services.restic.passwordFile = config.sops.secrets.restic-password.path;
    };
  };
}
