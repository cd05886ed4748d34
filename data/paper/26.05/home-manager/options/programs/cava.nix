{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cava;
}
