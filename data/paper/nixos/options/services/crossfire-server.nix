{
  config,
  lib,
  options,
  pkgs,
}:
{
  "dataDir" = "${config.services.crossfire.package}/share/crossfire";
  "package" = pkgs.crossfire-server;
}
