{
  imports = [
    ./netboot.nix
    ../../profiles/all-hardware.nix
    ../../profiles/base.nix
    ../../profiles/installation-device.nix
  ];
}
