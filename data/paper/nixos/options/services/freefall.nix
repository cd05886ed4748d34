{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.freefall;
}
