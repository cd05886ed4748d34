{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.distcc;
}
