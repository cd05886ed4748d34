# Where the services of luna differ from what hosts/_modules/nixos/services says. Which ones there are is in fleet.nix.
{
  homelab.services = {
    omada.image = "docker.io/mbentley/omada-controller:5.15";
    restic.repository = "sftp:backup@nas.home.arpa:/srv/restic/luna";
  };
}
