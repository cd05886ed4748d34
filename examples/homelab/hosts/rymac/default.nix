# rymac: The primary development machine.
{
  # The version of nix-darwin's defaults that it was set up with. It is never raised.
  system.stateVersion = 6;

  homelab.homeStateVersion = "26.05";
}
