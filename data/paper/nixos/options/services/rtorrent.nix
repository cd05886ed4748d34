{
  config,
  lib,
  options,
  pkgs,
}:
{
  "downloadDir" = "${config.services.rtorrent.dataDir}/download";
  "package" = pkgs.rtorrent;
}
