# What is special about this machine.
{
  imports = [
    ./disk.nix
    ./hardware.nix
  ];

  # The release that it was installed with. It is never raised.
  system.stateVersion = "26.05";

  homelab.homeStateVersion = "26.05";
}
