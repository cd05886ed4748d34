{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.yabar-unstable;
}
