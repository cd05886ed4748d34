{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.victoriametrics;
}
