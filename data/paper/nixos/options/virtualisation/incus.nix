{
  config,
  lib,
  options,
  pkgs,
}:
{
  "clientPackage" = config.virtualisation.incus.package.client;
  "lxcPackage" = config.virtualisation.lxc.package;
  "package" = pkgs.incus-lts;
  "ui.package" = pkgs.incus.ui;
}
