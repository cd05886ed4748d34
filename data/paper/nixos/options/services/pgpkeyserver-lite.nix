{
  config,
  lib,
  options,
  pkgs,
}:
{
  "hkpPort" = config.services.sks.hkpPort;
  "package" = pkgs.pgpkeyserver-lite;
}
