{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.opentracker;
}
