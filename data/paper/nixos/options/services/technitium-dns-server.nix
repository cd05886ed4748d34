{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.technitium-dns-server;
}
