{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.xonotic-dedicated;
}
