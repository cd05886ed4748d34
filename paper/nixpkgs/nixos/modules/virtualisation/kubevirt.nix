{
  imports = [ ../profiles/qemu-guest.nix ];
  fileSystems."/" = {
    device = "/dev/disk/by-label/nixos";
    fsType = "ext4";
    autoResize = true;
  };
  boot = {
    growPartition = true;
    kernelParams = [ "console=ttyS0" ];
    loader = {
      grub.device = "/dev/vda";
      timeout = 0;
    };
  };
  services = {
    qemuGuest.enable = true;
    openssh.enable = true;
    cloud-init.enable = true;
  };
  systemd.services."serial-getty@ttyS0".enable = true;
  system.build.kubevirtImage = import ../../../declare/unknown.nix "an image of a disk";
}
