{
  config,
  lib,
  options,
  pkgs,
}:
{
  "downloadDir" = "${config.services.peerflix.stateDir}/torrents";
}
