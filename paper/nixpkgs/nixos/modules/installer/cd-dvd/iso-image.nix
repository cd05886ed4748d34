{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
let
  unknown = import ../../../../declare/unknown.nix;
  medium = lib.mkImageMediaOverride;
  memory = medium {
    fsType = "tmpfs";
    options = [ "mode=0755" ];
  };
  fileSystems = {
    "/" = memory;
    "/iso" = medium {
      device = "/dev/root";
      neededForBoot = true;
      noCheck = true;
    };
    "/nix/.ro-store" = medium {
      fsType = "squashfs";
      device = "/iso/nix-store.squashfs";
      options = unknown "the options of a squashfs, which depend on the kernel";
      neededForBoot = true;
    };
    "/nix/.rw-store" = medium {
      fsType = "tmpfs";
      options = [ "mode=0755" ];
      neededForBoot = true;
    };
    "/nix/store" = medium {
      fsType = "overlay";
      device = "overlay";
      options = [
        "lowerdir=/nix/.ro-store"
        "upperdir=/nix/.rw-store/store"
        "workdir=/nix/.rw-store/work"
      ];
      depends = [
        "/nix/.ro-store"
        "/nix/.rw-store/store"
        "/nix/.rw-store/work"
      ];
    };
  };
in
{
  options = import ../../../options-of.nix "installer/cd-dvd/iso-image" arguments;
  config = {
    lib.isoFileSystems = fileSystems;
    inherit fileSystems;
    boot = {
      loader = {
        grub.enable = false;
        timeout = 10;
      };
      kernelParams = [
        "root=LABEL=${config.isoImage.volumeID}"
        "boot.shell_on_fail"
      ];
      initrd = {
        availableKernelModules = [
          "squashfs"
          "iso9660"
          "uas"
          "overlay"
        ];
        kernelModules = [
          "loop"
          "overlay"
        ];
        supportedFilesystems = [ "vfat" ];
      };
      postBootCommands = unknown "what an image does when it starts";
    };
    environment.systemPackages = [
      pkgs.grub2
    ]
    ++ lib.optional config.isoImage.makeBiosBootable pkgs.syslinux;
    isoImage = {
      contents = unknown "the contents of an image";
      storeContents = [ config.system.build.toplevel ];
    };
    system.build.isoImage = unknown "an image of a CD";
  };
}
