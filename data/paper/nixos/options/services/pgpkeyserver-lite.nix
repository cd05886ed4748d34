{
  config,
  lib,
  options,
  pkgs,
}:
{
  "hkpAddress" = let inherit (lib) head; in
head config.services.sks.hkpAddress;
  "hkpPort" = config.services.sks.hkpPort;
  "package" = pkgs.pgpkeyserver-lite;
}
