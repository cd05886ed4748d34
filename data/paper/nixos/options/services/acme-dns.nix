{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.acme-dns;
}
