{
  imports = [
    # @if disk@
    ./disk.nix
    # @end@
    ./hardware.nix
  ];

  # The release that it was installed with. It stays as it is: updates do not touch it.
  system.stateVersion = "@stateVersion@";
  # @if bios@

  # It starts by its BIOS: GRUB is in the first sectors of the disk, and that is looked at every day (docs/boot.md). With a
  # second disk, name it here, and either of them can start the machine:
  # @ns@.boot.spareDisks = [ "/dev/disk/by-id/ata-..." ];
  # @end@
  # @if containers@

  @ns@.containers.run = [
    "it-tools"
    # @if secrets@
    "linkding"
    # @end@
    "uptime-kuma"
  ];
  # @end@
  # @if vendor@

  # Who made the graphics card: "amd", "intel" or "nvidia".
  @ns@.graphics.vendor = "@vendor@";
  # @end@
}
