{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.unit;
}
