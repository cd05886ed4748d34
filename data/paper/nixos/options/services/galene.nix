{
  config,
  lib,
  options,
  pkgs,
}:
{
  "dataDir" = "${config.services.galene.stateDir}/data";
  "groupsDir" = "${config.services.galene.stateDir}/groups";
  "package" = pkgs.galene;
  "recordingsDir" = "${config.services.galene.stateDir}/recordings";
}
