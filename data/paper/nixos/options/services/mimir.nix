{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mimir;
}
