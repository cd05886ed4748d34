{
  imports = [
    ./disk.nix
    ./hardware.nix
  ];

  # The release that it was installed with. It stays as it is: updates do not touch it.
  system.stateVersion = "26.05";

  # It starts by its BIOS: GRUB is in the first sectors of the disk, and that is looked at every day (docs/boot.md). With a
  # second disk, name it here, and either of them can start the machine:
  # systems.boot.spareDisks = [ "/dev/disk/by-id/ata-..." ];
}
