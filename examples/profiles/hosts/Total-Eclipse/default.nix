{
  imports = [
    ./disk.nix
    ./hardware.nix
  ];

  # The release that it was installed with. It stays as it is: updates do not touch it.
  system.stateVersion = "26.05";

  # Who made the graphics card: "amd", "intel" or "nvidia".
  systems.graphics.vendor = "amd";
}
