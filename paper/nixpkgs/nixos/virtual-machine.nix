# What virtual machines of Incus and of LXD have in common.
{ pkgs, ... }:
let
  console = if pkgs.stdenv.hostPlatform.isx86 then "ttyS0" else "ttyAMA0";
in
{
  imports = [
    ./modules/virtualisation/lxc-instance-common.nix
    ./modules/profiles/qemu-guest.nix
  ];
  system.build.qemuImage = import ../declare/unknown.nix "an image of a disk";
  fileSystems = {
    "/" = {
      device = "/dev/disk/by-label/nixos";
      autoResize = true;
      fsType = "ext4";
    };
    "/boot" = {
      device = "/dev/disk/by-label/ESP";
      fsType = "vfat";
    };
  };
  boot = {
    growPartition = true;
    loader = {
      systemd-boot.enable = true;
      grub.device = "/dev/vda";
    };
    kernelParams = [
      "console=tty1"
      "console=${console}"
    ];
  };
  services.udev.extraRules = ''
    SUBSYSTEM=="cpu", CONST{arch}=="x86-64", TEST=="online", ATTR{online}=="0", ATTR{online}="1"
  '';
}
