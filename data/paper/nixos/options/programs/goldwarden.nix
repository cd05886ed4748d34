{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.goldwarden;
}
