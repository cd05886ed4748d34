{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hickory-dns;
}
