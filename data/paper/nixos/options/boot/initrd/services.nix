{
  config,
  lib,
  options,
  pkgs,
}:
{
  "bcache.enable" = config.boot.initrd.systemd.enable && config.boot.bcache.enable;
  "lvm.enable" = config.boot.initrd.systemd.enable && config.services.lvm.enable;
}
