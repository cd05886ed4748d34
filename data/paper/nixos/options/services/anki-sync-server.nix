{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.anki-sync-server;
}
