{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.freeradius;
}
