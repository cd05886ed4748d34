{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mbake;
}
