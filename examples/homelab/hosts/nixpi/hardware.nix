# A Raspberry Pi. Its firmware starts U-Boot, and that reads the menu that NixOS writes into /boot; the partitions are those
# of the SD image.
{ lib, ... }:
{
  nixpkgs.hostPlatform = "aarch64-linux";

  boot.loader = {
    grub.enable = false;
    generic-extlinux-compatible.enable = true;
  };

  fileSystems."/" = {
    device = lib.mkDefault "/dev/disk/by-label/NIXOS_SD";
    fsType = "ext4";
  };

  hardware.enableRedistributableFirmware = true;
}
