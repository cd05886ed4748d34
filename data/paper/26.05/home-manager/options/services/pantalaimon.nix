{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pantalaimon;
}
