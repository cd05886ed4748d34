{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.grocy;
}
