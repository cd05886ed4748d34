{
  config,
  lib,
  options,
  pkgs,
}:
{
  "dataDir" = "${pkgs.deliantra-data}";
  "package" = pkgs.deliantra-server;
}
