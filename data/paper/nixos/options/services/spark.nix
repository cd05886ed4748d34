{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.spark;
}
