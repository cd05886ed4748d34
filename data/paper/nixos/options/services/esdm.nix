{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.esdm;
}
