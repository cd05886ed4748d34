{
  config,
  lib,
  options,
  pkgs,
}:
{
  "dom0Resources.maxMemory" = config.virtualisation.xen.dom0Resources.memory;
  "package" = pkgs.xen;
  "qemu.package" = pkgs.qemu_xen;
  "store.settings.conflict.burstLimit" = 5.0;
  "store.settings.conflict.maxHistorySeconds" = 0.05;
  "store.settings.testEAGAIN" = config.virtualisation.xen.debug;
  "store.settings.xenstored.log.level" = if (config.virtualisation.xen.trace == true) then "debug" else null;
}
