{
  imports = [
    ../../profiles/installation-device.nix
    ./sd-image-armv7l-multiplatform.nix
  ];
  installer.cloneConfig = false;
}
