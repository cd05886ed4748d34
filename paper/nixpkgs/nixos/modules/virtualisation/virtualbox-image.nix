{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
let
  disk = config.virtualbox.extraDisk;
in
{
  imports = [
    ./disk-size-option.nix
    (lib.mkRenamedOptionModuleWith {
      sinceRelease = 2411;
      from = [
        "virtualbox"
        "baseImageSize"
      ];
      to = [
        "virtualisation"
        "diskSize"
      ];
    })
  ];
  options = import ../../options-of.nix "virtualisation/virtualbox-image" arguments;
  config = {
    virtualisation = {
      diskSize = lib.mkOverride 1490 51200;
      virtualbox.guest.enable = true;
    };
    virtualbox.params = lib.mkMerge [
      (builtins.mapAttrs (_: lib.mkDefault) {
        acpi = "on";
        vram = 32;
        nictype1 = "virtio";
        nic1 = "nat";
        audiocontroller = "ac97";
        audio = "alsa";
        audioout = "on";
        graphicscontroller = "vmsvga";
        rtcuseutc = "on";
        usb = "on";
        usbehci = "on";
        mouse = "usbtablet";
      })
      (lib.mkIf (pkgs.stdenv.hostPlatform.system == "i686-linux") { pae = "on"; })
    ];
    system.build.virtualBoxOVA = import ../../../declare/unknown.nix "an image of a disk";
    fileSystems = {
      "/" = {
        device = "/dev/disk/by-label/nixos";
        autoResize = true;
        fsType = "ext4";
      };
    }
    // lib.optionalAttrs (disk != null) {
      ${disk.mountPoint} = {
        device = "/dev/disk/by-label/" + disk.label;
        autoResize = true;
        fsType = "ext4";
      };
    };
    boot = {
      growPartition = true;
      loader.grub.device = "/dev/sda";
    };
    swapDevices = [
      {
        device = "/var/swap";
        size = 2048;
      }
    ];
  };
}
