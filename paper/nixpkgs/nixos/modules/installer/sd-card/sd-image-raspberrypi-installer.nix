{
  imports = [
    ../../profiles/installation-device.nix
    ./sd-image-raspberrypi.nix
  ];
  installer.cloneConfig = false;
}
