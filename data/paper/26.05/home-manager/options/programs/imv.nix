{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.imv;
}
