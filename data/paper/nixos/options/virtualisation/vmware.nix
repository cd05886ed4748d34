{
  config,
  lib,
  options,
  pkgs,
}:
{
  "guest.headless" = !config.services.xserver.enable;
  "host.package" = pkgs.vmware-workstation;
}
