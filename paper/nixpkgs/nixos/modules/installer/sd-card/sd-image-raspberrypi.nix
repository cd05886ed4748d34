{ lib, pkgs, ... }:
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
      };
    };
    consoleLogLevel = lib.mkDefault 7;
    kernelPackages = pkgs.linuxKernel.packages.linux_rpi1;

  };
  sdImage = {
    populateFirmwareCommands = unknown "the firmware of an SD card";
    populateRootCommands = unknown "the boot loader of an SD card";
  };
}
