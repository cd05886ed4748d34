{
  config,
  lib,
  options,
  pkgs,
}:
{
  "caCertPathPrefix" = "${config.services.cfssl.dataDir}/ca";
}
