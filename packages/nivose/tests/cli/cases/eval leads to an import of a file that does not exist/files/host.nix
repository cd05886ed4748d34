{
  imports = [
    ./disks.nix
    ./hardware.nix
  ];
}
