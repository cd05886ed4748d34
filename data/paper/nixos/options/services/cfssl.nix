{
  config,
  lib,
  options,
  pkgs,
}:
{
  "ca" = let cfg = config.services.cfssl; in
"${cfg.dataDir}/ca.pem";
  "caKey" = let cfg = config.services.cfssl; in
"file:${cfg.dataDir}/ca-key.pem";
}
