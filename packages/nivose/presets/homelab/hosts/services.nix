# Where the services of @name@ differ from what hosts/_modules/nixos/services says. Which ones there are is in fleet.nix.
{
  @namespace@.services = {
    # @if omada@
    omada.image = "docker.io/mbentley/omada-controller:5.15";
    # @end@
    # @if restic@
    restic.repository = "sftp:backup@nas.home.arpa:/srv/restic/@name@";
    # @end@
  };
}
