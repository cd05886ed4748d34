{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.suwayomi-server;
}
