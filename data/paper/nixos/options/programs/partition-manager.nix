{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.libsForQt5.partitionmanager;
}
