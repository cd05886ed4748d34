{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.osmscout-server;
}
