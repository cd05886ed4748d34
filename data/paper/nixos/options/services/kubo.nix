{
  config,
  lib,
  options,
  pkgs,
}:
{
  "dataDir" = if lib.versionAtLeast config.system.stateVersion "17.09"
then "/var/lib/ipfs"
else "/var/lib/ipfs/.ipfs";
  "package" = pkgs.kubo;
}
