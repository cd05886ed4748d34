{
  config,
  lib,
  pkgs,
  ...
}:
{
  environment.systemPackages = with pkgs; [
    w3m-nographics
    testdisk
    ms-sys
    efibootmgr
    efivar
    parted
    gptfdisk
    ddrescue
    ccrypt
    cryptsetup
    vim
    fuse
    fuse3
    sshfs-fuse
    socat
    screen
    tcpdump
    sdparm
    hdparm
    smartmontools
    pciutils
    usbutils
    nvme-cli
    unzip
    zip
  ];
  # ZFS as well, where it is available; that is not known on paper.
  boot.supportedFilesystems = [
    "btrfs"
    "cifs"
    "f2fs"
    "ntfs"
    "vfat"
    "xfs"
  ];
  networking.hostId = lib.mkDefault "8425e349";
}
