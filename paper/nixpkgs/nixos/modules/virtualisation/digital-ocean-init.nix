{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
{
  options = import ../../options-of.nix "virtualisation/digital-ocean-init" arguments;
  config.systemd.services.digitalocean-init =
    lib.mkIf config.virtualisation.digitalOcean.rebuildFromUserData
      {
        description = "Reconfigure the system from Digital Ocean userdata on startup";
        wantedBy = [ "network-online.target" ];
        restartIfChanged = false;
        serviceConfig = {
          Type = "oneshot";
          RemainAfterExit = true;
        };
        script = import ../../../declare/unknown.nix "the script of digitalocean-init";
      };
}
