{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
let
  unknown = import ../../../declare/unknown.nix;
  inherit (lib) mkIf mkRemovedOptionModule mkVMOverride;
  cfg = config.virtualisation;

  ofDisks = if cfg.useDefaultFilesystems then mkVMOverride else lib.mkDefault;

  shared =
    tag: share:
    lib.nameValuePair share.target {
      device = tag;
      fsType = "9p";
      neededForBoot = true;
      options = [
        "trans=virtio"
        "version=9p2000.L"
        "msize=${toString cfg.msize}"
        "x-systemd.requires=modprobe@9pnet_virtio.service"
      ]
      ++ lib.optional (tag == "nix-store") "cache=loose";
    };
in
{
  imports = [
    ../profiles/qemu-guest.nix
    ./disk-size-option.nix
    (lib.mkRenamedOptionModule
      [ "virtualisation" "pathsInNixDB" ]
      [ "virtualisation" "additionalPaths" ]
    )
    (mkRemovedOptionModule [ "virtualisation" "bootDevice" ]
      "This option was renamed to `virtualisation.rootDevice`, as it was incorrectly named and misleading. Take the time to review what you want to do and look at the new options like `virtualisation.{bootLoaderDevice, bootPartition}`, open an issue in case of issues."
    )
    (mkRemovedOptionModule [ "virtualisation" "efiVars" ]
      "This option was removed, it is possible to provide a template UEFI variable with `virtualisation.efi.variables` ; if this option is important to you, open an issue"
    )
    (mkRemovedOptionModule [ "virtualisation" "persistBootDevice" ]
      "Boot device is always persisted if you use a bootloader through the root disk image ; if this does not work for your usecase, please examine carefully what `virtualisation.{bootDevice, rootDevice, bootPartition}` options offer you and open an issue explaining your need.`"
    )
  ];

  options = import ../../options-of.nix "virtualisation/qemu-vm" arguments;

  config = {
    boot = {
      loader = {
        grub = {
          device = mkVMOverride (if cfg.useEFIBoot then "nodev" else cfg.bootLoaderDevice);
          gfxmodeBios = "${toString cfg.resolution.x}x${toString cfg.resolution.y}";
        };
        supportsInitrdSecrets = mkIf (!cfg.useBootLoader) (mkVMOverride false);
      };
      initrd.luks.devices = ofDisks { };
      initrd.availableKernelModules =
        lib.optional (cfg.qemu.diskInterface == "scsi") "sym53c8xx"
        ++ lib.optional cfg.tpm.enable "tpm_tis";
    };
    security.pki.installCACerts = mkIf cfg.useHostCerts false;
    fileSystems = mkIf (cfg.fileSystems != { }) (mkVMOverride cfg.fileSystems);
    swapDevices = ofDisks [ ];
    networking = {
      wireless.enable = mkVMOverride false;
      dhcpcd.extraConfig = "noarp";
      usePredictableInterfaceNames = false;
    };
    services = {
      timesyncd.enable = false;
      qemuGuest.enable = cfg.qemu.guestAgent.enable;
      connman.enable = mkVMOverride false;
      xserver = {
        videoDrivers = mkVMOverride [ "modesetting" ];
        defaultDepth = mkVMOverride 0;
        resolutions = mkVMOverride [ cfg.resolution ];
      };
    };
    system.build.vm = unknown "a virtual machine";

    virtualisation = {
      additionalPaths = [ config.system.build.toplevel ];
      diskSizeAutoSupported = false;
      qemu = {
        networkingOptions = unknown "the options of QEMU";
        options = unknown "the options of QEMU";
        drives = unknown "the drives of QEMU";
      };
      sharedDirectories = {
        nix-store = mkIf cfg.mountHostNixStore {
          source = builtins.storeDir;
          target = "/nix/.ro-store";
          securityModel = "none";
        };
        xchg = {
          source = "\"$TMPDIR\"/xchg";
          securityModel = "none";
          target = "/tmp/xchg";
        };
        shared = {
          source = "\"\${SHARED_DIR:-$TMPDIR/xchg}\"";
          target = "/tmp/shared";
          securityModel = "none";
        };
        certs = mkIf cfg.useHostCerts {
          source = "\"$TMPDIR\"/certs";
          target = "/etc/ssl/certs";
          securityModel = "none";
        };
      };
      fileSystems = lib.mkMerge [
        (lib.mapAttrs' shared cfg.sharedDirectories)
        {
          "/" = mkIf cfg.useDefaultFilesystems (
            if cfg.diskImage == null then
              {
                device = "tmpfs";
                fsType = "tmpfs";
              }
            else
              {
                device = cfg.rootDevice;
                fsType = "ext4";
              }
          );
          "/tmp" = mkIf config.boot.tmp.useTmpfs {
            device = "tmpfs";
            fsType = "tmpfs";
            neededForBoot = true;
            options = [
              "mode=1777"
              "strictatime"
              "nosuid"
              "nodev"
              "size=${toString config.boot.tmp.tmpfsSize}"
            ];
          };
          "/nix/store" = mkIf (cfg.useNixStoreImage || cfg.mountHostNixStore) (
            if cfg.writableStore then
              {
                overlay = {
                  lowerdir = [ "/nix/.ro-store" ];
                  upperdir = "/nix/.rw-store/upper";
                  workdir = "/nix/.rw-store/work";
                };
              }
            else
              {
                device = "/nix/.ro-store";
                options = [ "bind" ];
              }
          );
          "/nix/.ro-store" = mkIf cfg.useNixStoreImage {
            device = "/dev/disk/by-label/nix-store";
            fsType = "erofs";
            neededForBoot = true;
            options = [ "ro" ];
          };
          "/nix/.rw-store" = mkIf (cfg.writableStore && cfg.writableStoreUseTmpfs) {
            fsType = "tmpfs";
            options = [ "mode=0755" ];
            neededForBoot = true;
          };
          ${config.boot.loader.efi.efiSysMountPoint} = mkIf (cfg.useBootLoader && cfg.bootPartition != null) {
            device = cfg.bootPartition;
            fsType = "vfat";
          };
        }
      ];
    };
  };
}
