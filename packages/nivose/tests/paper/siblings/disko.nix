# What disko makes of devices: their options, and the options of NixOS that follow from them.
{ disko, lib }:
let
  devicesOf =
    devices:
    (lib.evalModules {
      modules = [
        {
          options.devices = lib.mkOption { type = disko.lib.toplevel; };
          config = { inherit devices; };
        }
      ];
    }).config.devices;

  # Scripts are known to the real one alone.
  shown =
    value:
    if lib.isAttrs value then
      lib.mapAttrs (_: shown) (lib.filterAttrs (name: _: !lib.hasPrefix "_" name) value)
    else if lib.isList value then
      map shown value
    else
      value;

  all = devices: {
    devices = shown (devicesOf devices);
    config = (devicesOf devices)._config;
  };

  disk = content: {
    disk.main = {
      type = "disk";
      device = "/dev/sda";
      inherit content;
    };
  };
  gpt =
    partitions:
    disk {
      type = "gpt";
      inherit partitions;
    };
  ext4 = mountpoint: {
    type = "filesystem";
    format = "ext4";
    inherit mountpoint;
  };

  fails = devices: !(builtins.tryEval (builtins.deepSeq (all devices) null)).success;

  # The module of disko in a system that has nothing but what disko defines.
  system =
    module:
    (lib.evalModules {
      specialArgs.modulesPath = "/modules";
      modules = [
        disko.nixosModules.disko
        module
        {
          options =
            lib.genAttrs
              [
                "boot"
                "fileSystems"
                "networking"
                "system"
              ]
              (
                _:
                lib.mkOption {
                  type = lib.types.lazyAttrsOf lib.types.anything;
                  default = { };
                }
              )
            // {
              swapDevices = lib.mkOption { type = lib.types.listOf lib.types.anything; };
              assertions = lib.mkOption { type = lib.types.listOf lib.types.anything; };
              virtualisation.diskImage = lib.mkOption { default = null; };
            };
          config._module.args.pkgs.stdenv.hostPlatform.system = "x86_64-linux";
          config.networking.hostName = "luna";
        }
      ];
    }).config;
in
{
  partitions = all (gpt {
    boot = {
      size = "1M";
      type = "EF02";
    };
    ESP = {
      size = "500M";
      type = "EF00";
      content = ext4 "/boot" // {
        format = "vfat";
        mountOptions = [ "umask=0077" ];
      };
    };
    swap = {
      size = "4G";
      content = {
        type = "swap";
        discardPolicy = "both";
        resumeDevice = true;
      };
    };
    "a very long name & more (of it)".content = ext4 "/a";
    short.label = "a b";
    named = {
      uuid = "809b3a2b-828a-4730-95e1-75b6343e415a";
      start = "34s";
      content = null;
      hybrid.mbrBootableFlag = true;
    };
    root = {
      size = "100%";
      content = ext4 "/";
    };
  });

  luks = all (gpt {
    root.content = {
      type = "luks";
      name = "crypted";
      settings.allowDiscards = true;
      passwordFile = "/tmp/key";
      content = {
        type = "btrfs";
        mountpoint = "/partition-root";
        swap.file.size = "2G";
        subvolumes = {
          "/rootfs".mountpoint = "/";
          "/home" = {
            mountOptions = [ "compress=zstd" ];
            mountpoint = "/home";
          };
          "/nowhere" = { };
          "/swap" = {
            mountpoint = "/.swapvol";
            swap.swapfile = {
              size = "20M";
              priority = 2;
            };
          };
        };
      };
    };
    locked.content = {
      type = "luks";
      name = "late";
      initrdUnlock = false;
    };
  });

  lvm = all (
    gpt {
      physical.content = {
        type = "lvm_pv";
        vg = "pool";
      };
    }
    // {
      lvm_vg.pool = {
        type = "lvm_vg";
        lvs = {
          root = {
            size = "100%FREE";
            lvm_type = "raid1";
            content = ext4 "/";
          };
          mirrored = {
            size = "1G";
            lvm_type = "mirror";
          };
          pool = {
            size = "1G";
            lvm_type = "thin-pool";
          };
          thin = {
            size = "1G";
            lvm_type = "thinlv";
            pool = "pool";
          };
          plain.size = "10M";
        };
      };
    }
  );

  raid = all (
    gpt {
      member.content = {
        type = "mdraid";
        name = "raid1";
      };
    }
    // {
      mdadm.raid1 = {
        level = 1;
        content = {
          type = "gpt";
          partitions.primary.content = ext4 "/";
        };
      };
    }
  );

  zfs = all (
    gpt {
      zfs.content = {
        type = "zfs";
        pool = "zroot";
      };
    }
    // {
      zpool.zroot = {
        mode = "mirror";
        rootFsOptions.compression = "zstd";
        mountpoint = "/pool";
        datasets = {
          home = {
            type = "zfs_fs";
            mountpoint = "/home";
            options.mountpoint = "legacy";
          };
          hidden = {
            type = "zfs_fs";
            options.canmount = "off";
          };
          volume = {
            type = "zfs_volume";
            size = "10M";
            content = ext4 "/volume";
          };
        };
      };
      zpool.other = {
        mode.topology = {
          type = "topology";
          vdev = [
            {
              mode = "mirror";
              members = [
                "x"
                "y"
              ];
            }
          ];
          cache = [ "z" ];
        };
        rootFsOptions.mountpoint = "none";
        datasets = { };
      };
    }
  );

  others = all {
    bcachefs_filesystems.main = {
      type = "bcachefs_filesystem";
      mountpoint = "/data";
      subvolumes."subvolumes/home".mountpoint = "/home";
      subvolumes.unused = { };
    };
    disk."by/id" = {
      device = "/dev/nvme0n1";
      content = {
        type = "bcachefs";
        filesystem = "main";
      };
    };
    nodev = {
      "/tmp".fsType = "tmpfs";
      "/old" = {
        fsType = "none";
        device = "/new";
        mountOptions = [ "bind" ];
      };
    };
  };

  names = map (device: disko.lib.deviceNumbering device 3) [
    "/dev/sda"
    "/dev/vdb"
    "/dev/xvda"
    "/dev/nvme0n1"
    "/dev/mmcblk0"
    "/dev/disk/by-id/ata-x"
    "/dev/zvol/a/b"
    "/dev/md/raid1"
    "/dev/md/raid"
    "/dev/mapper/vg-lv"
    "/dev/loop0"
  ];

  refused = map fails [
    (disk (ext4 "relative"))
    (gpt { a.type = "8G"; })
    (gpt { a.size = "1X"; })
    { disk.a.content = null; }
    { nodev."/a" = { }; }
    {
      disk.a = {
        device = "/dev/sda";
        misspelt = 1;
      };
    }
    {
      zpool.a = {
        mode = "raid5";
        datasets = { };
      };
    }
    { tape.a = { }; }
  ];

  module =
    let
      found = system {
        disko.devices = gpt {
          root.content = ext4 "/";
          boot.type = "EF02";
        };
      };
    in
    {
      inherit (found) boot fileSystems swapDevices;
      image = found.disko.imageBuilder.name;
    };
  "without configuration" =
    (system {
      disko.enableConfig = false;
      disko.devices = gpt { root.content = ext4 "/"; };
      boot.x = 1;
      fileSystems.y = { };
    }).fileSystems;
}
