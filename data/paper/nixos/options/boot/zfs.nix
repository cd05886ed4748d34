{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zfs;
}
