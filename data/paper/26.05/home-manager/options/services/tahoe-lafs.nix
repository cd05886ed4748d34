{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tahoe-lafs;
}
