{
  config,
  lib,
  options,
  pkgs,
}:
{
  "guest.headless" = !config.services.xserver.enable;
  "guest.package" = if config.virtualisation.vmware.headless then pkgs.open-vm-tools-headless else pkgs.open-vm-tools;
  "host.package" = pkgs.vmware-workstation;
}
