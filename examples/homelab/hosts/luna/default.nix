# luna: The server with the services of the house.
{
  imports = [
    ./disk.nix
    ./hardware.nix
    ./services.nix
  ];

  # The release that it was installed with. It is never raised.
  system.stateVersion = "26.05";

  homelab.homeStateVersion = "26.05";
}
