{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gallery-dl;
}
