{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
{
  imports = [
    ./disk-size-option.nix
    (lib.mkRenamedOptionModuleWith {
      sinceRelease = 2411;
      from = [
        "hyperv"
        "baseImageSize"
      ];
      to = [
        "virtualisation"
        "diskSize"
      ];
    })
  ];
  options = import ../../options-of.nix "virtualisation/hyperv-image" arguments;
  config = {
    virtualisation = {
      diskSize = lib.mkOverride 1490 4096;
      hypervGuest.enable = true;
    };
    system.build.hypervImage = import ../../../declare/unknown.nix "an image of a disk";
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
      loader.grub = {
        device = "nodev";
        efiSupport = true;
        efiInstallAsRemovable = true;
      };
    };
  };
}
