{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dprint;
}
