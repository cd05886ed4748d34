{
  config,
  lib,
  options,
  pkgs,
}:
{
  "lxcPackage" = config.virtualisation.lxc.package;
  "package" = pkgs.lxd-lts;
  "ui.package" = pkgs.lxd-ui;
  "zfsSupport" = config.boot.zfs.enabled;
}
