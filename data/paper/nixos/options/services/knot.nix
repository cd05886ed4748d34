{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.knot-dns;
}
