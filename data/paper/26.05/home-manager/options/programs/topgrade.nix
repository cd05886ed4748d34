{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.topgrade;
}
