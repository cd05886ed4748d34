{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
{
  imports = [
    (lib.mkRemovedOptionModule [ "sdImage" "bootPartitionID" ]
      "The FAT partition for SD image now only holds the Raspberry Pi firmware files. Use firmwarePartitionID to configure that partition's ID."
    )
    (lib.mkRemovedOptionModule [ "sdImage" "bootSize" ]
      "The boot files for SD image have been moved to the main ext4 partition. The FAT partition now only holds the Raspberry Pi firmware files. Changing its size may not be required."
    )
    ../../profiles/all-hardware.nix
  ];
  options = import ../../../options-of.nix "installer/sd-card/sd-image" arguments;
  config = {
    fileSystems = {
      "/boot/firmware" = {
        device = "/dev/disk/by-label/${config.sdImage.firmwarePartitionName}";
        fsType = "vfat";
        options = [
          "nofail"
          "noauto"
        ];
      };
      "/" = {
        device = "/dev/disk/by-label/NIXOS_SD";
        fsType = "ext4";
      };
    };
    sdImage.storePaths = [ config.system.build.toplevel ];
    system.build.sdImage = import ../../../../declare/unknown.nix "an image of an SD card";
  };
}
