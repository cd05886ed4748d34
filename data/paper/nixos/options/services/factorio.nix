{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.factorio-headless;
}
