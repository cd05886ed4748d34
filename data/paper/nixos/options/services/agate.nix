{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.agate;
}
