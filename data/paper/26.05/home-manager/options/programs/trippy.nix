{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.trippy;
}
