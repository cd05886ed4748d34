{ config, lib, ... }:
let
  inherit (config.oci) efi;
in
{
  imports = [ ../profiles/qemu-guest.nix ];
  boot = {
    kernelParams = [
      "nvme.shutdown_timeout=10"
      "nvme_core.shutdown_timeout=10"
      "libiscsi.debug_libiscsi_eh=1"
      "crash_kexec_post_notifiers"
      "console=tty1"
      "console=ttyS0"
      "console=ttyAMA0,115200"
    ];
    growPartition = true;
    loader = {
      efi.canTouchEfiVariables = false;
      grub = {
        device = if efi then "nodev" else "/dev/sda";
        splashImage = null;
        extraConfig = "serial --unit=0 --speed=115200 --word=8 --parity=no --stop=1\nterminal_input --append serial\nterminal_output --append serial\n";
        efiInstallAsRemovable = efi;
        efiSupport = efi;
      };
    };
  };
  fileSystems = {
    "/" = {
      device = "/dev/disk/by-label/nixos";
      fsType = "ext4";
      autoResize = true;
    };
    "/boot" = lib.mkIf efi {
      device = "/dev/disk/by-label/ESP";
      fsType = "vfat";
    };
  };
  networking = {
    timeServers = [ "169.254.169.254" ];
    useNetworkd = lib.mkDefault true;
  };
  services.openssh.enable = true;
}
