{ lib, ... }:
let
  unknown = import ../../../../declare/unknown.nix;
in
{
  imports = [
    ../../profiles/base.nix
    ./sd-image.nix
  ];
  boot = {
    loader = {
      grub.enable = false;
      generic-extlinux-compatible = {
        enable = true;
        useGenerationDeviceTree = false;
      };
    };
    consoleLogLevel = lib.mkDefault 7;

    kernelParams = [
      "console=tty0"
      "console=ttyS0,115200n8"
    ];
  };
  sdImage = {
    populateFirmwareCommands = "";
    populateRootCommands = unknown "the boot loader of an SD card";
  };
}
