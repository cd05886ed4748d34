{
  imports = [
    ../../profiles/installation-device.nix
    ./sd-image-aarch64-new-kernel.nix
  ];
  installer.cloneConfig = false;
}
