{
  imports = [
    ../../profiles/installation-device.nix
    ./sd-image-riscv64-qemu.nix
  ];
  installer.cloneConfig = false;
}
