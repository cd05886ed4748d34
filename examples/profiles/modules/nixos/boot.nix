# What happens before Linux runs: spare copies of the boot loader, and a look at whether they are whole.
#
# A PC that starts by its BIOS loads GRUB from the first sectors of a disk, outside of any file system: a repair tool, another
# installer or a swapped disk can damage it, and nobody notices until the next start. docs/boot.md tells what to do then.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.systems.boot;
  inherit (config.boot.loader) grub;
  sectors = lib.filter (disk: disk != "nodev") grub.devices;
in
{
  options.systems.boot = {
    spareDisks = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      example = [ "/dev/disk/by-id/ata-SPARE" ];
      description = ''
        Further disks that get GRUB into their first sectors, so that a BIOS finds it on whichever of them it tries. Each
        needs room for it: a partition of type EF02 of 1 MB.
      '';
    };
    spareEsps = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      example = [ "/boot-spare" ];
      description = ''
        Mount points of further EFI system partitions that get the boot loader, too. It is then GRUB, since systemd-boot
        writes to one place only.
      '';
    };
    checkSectors = lib.mkOption {
      type = lib.types.bool;
      default = sectors != [ ];
      defaultText = lib.literalMD "whether GRUB is in the first sectors of a disk";
      description = "Whether to look every day that the boot sectors are whole. A damaged one is a failed unit.";
    };
  };

  config = lib.mkMerge [
    {
      boot.loader = {
        # Each generation has a kernel in the boot partition, which is small.
        systemd-boot.configurationLimit = lib.mkDefault 10;
        grub.configurationLimit = lib.mkDefault 10;
        # Who can edit the command line of the kernel is root.
        systemd-boot.editor = false;
      };
      boot.tmp.cleanOnBoot = true;
    }

    (lib.mkIf (cfg.spareDisks != [ ]) { boot.loader.grub.devices = cfg.spareDisks; })

    (lib.mkIf (cfg.spareEsps != [ ]) {
      boot.loader = {
        systemd-boot.enable = lib.mkForce false;
        # The firmware is told of no entry: each partition has the loader where firmware looks by itself.
        efi.canTouchEfiVariables = lib.mkForce false;
        grub = {
          enable = true;
          device = "nodev";
          efiSupport = true;
          efiInstallAsRemovable = true;
          mirroredBoots = map (path: {
            inherit path;
            devices = [ "nodev" ];
          }) cfg.spareEsps;
        };
      };
    })

    (lib.mkIf cfg.checkSectors {
      systemd.services.boot-sectors = {
        description = "Look whether the boot sectors are whole";
        startAt = "daily";
        serviceConfig.Type = "oneshot";
        path = [ pkgs.boot-sectors ];
        script = "boot-sectors ${lib.escapeShellArgs sectors}";
      };
    })
  ];
}
