{
  boot = {
    loader.grub.device = "nodev";
    initrd.kernelModules = [
      "xen-blkfront"
      "xen-tpmfront"
      "xen-kbdfront"
      "xen-fbfront"
      "xen-netfront"
      "xen-pcifront"
      "xen-scsifront"
    ];
  };
  services = {
    syslogd.tty = "hvc0";
    timesyncd.enable = false;
  };
}
