{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rke2;
}
