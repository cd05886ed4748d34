{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hyfetch;
}
