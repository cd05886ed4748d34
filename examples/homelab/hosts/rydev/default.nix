# rydev: A virtual machine in Parallels, for development and for trying things.
{
  imports = [
    ./disk.nix
    ./hardware.nix
  ];

  # The release that it was installed with. It is never raised.
  system.stateVersion = "26.05";

  homelab.homeStateVersion = "26.05";

  # Shared folders, the clipboard and the size of the screen. The tools are not free software; see lib/unfree.nix.
  hardware.parallels.enable = true;
}
