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
in
{
  options = import ../../../options-of.nix "installer/netboot/netboot" arguments;
  config = {
    boot = {
      loader = {
        grub.enable = false;
        timeout = 10;
      };
      initrd = {
        availableKernelModules = [
          "squashfs"
          "overlay"
        ];
        kernelModules = [
          "loop"
          "overlay"
        ];
      };
      postBootCommands = unknown "what an image does when it starts";
    };
    fileSystems = {
      "/" = medium {
        fsType = "tmpfs";
        options = [ "mode=0755" ];
      };
      "/nix/.ro-store" = medium {
        fsType = "squashfs";
        device = "../nix-store.squashfs";
        options = unknown "the options of a squashfs, which depend on the kernel";
        neededForBoot = true;
      };
      "/nix/.rw-store" = medium {
        fsType = "tmpfs";
        options = [ "mode=0755" ];
        neededForBoot = true;
      };
      "/nix/store" = medium {
        overlay = {
          lowerdir = [ "/nix/.ro-store" ];
          upperdir = "/nix/.rw-store/store";
          workdir = "/nix/.rw-store/work";
        };
        neededForBoot = true;
      };
    };
    netboot.storeContents = [ config.system.build.toplevel ];
    system.build = {
      squashfsStore = unknown "an image of a store";
      netbootRamdisk = unknown "an image of a RAM disk";
      netbootIpxeScript = unknown "a script that boots over the network";
      kexecScript = unknown "a script that boots another kernel";
      kexecTree = unknown "a kernel with its RAM disk";
    };
  };
}
