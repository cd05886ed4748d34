{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
let
  cfg = config.virtualisation.googleComputeImage;
in
{
  imports = [
    ./google-compute-config.nix
    ./disk-size-option.nix
    (lib.mkRenamedOptionModuleWith {
      sinceRelease = 2411;
      from = [
        "virtualisation"
        "googleComputeImage"
        "diskSize"
      ];
      to = [
        "virtualisation"
        "diskSize"
      ];
    })
  ];
  options = import ../../options-of.nix "virtualisation/google-compute-image" arguments;
  config = {
    boot = {
      initrd.availableKernelModules = [ "nvme" ];
      loader.grub = lib.mkIf cfg.efi {
        device = lib.mkForce "nodev";
        efiSupport = true;
        efiInstallAsRemovable = true;
      };
    };
    fileSystems."/boot" = lib.mkIf cfg.efi {
      device = "/dev/disk/by-label/ESP";
      fsType = "vfat";
    };
    system.build.googleComputeImage = import ../../../declare/unknown.nix "an image of a disk";
  };
}
