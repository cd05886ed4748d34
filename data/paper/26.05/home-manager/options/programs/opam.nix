{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.opam;
}
