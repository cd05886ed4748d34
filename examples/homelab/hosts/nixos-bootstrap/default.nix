# nixos-bootstrap: The base from which new machines are installed.
{
  imports = [
    ./disk.nix
    ./hardware.nix
  ];

  # The release that it was installed with. It is never raised.
  system.stateVersion = "26.05";

  homelab.homeStateVersion = "26.05";
}
