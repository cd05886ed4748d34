{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.biome;
}
