{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.minipro;
}
