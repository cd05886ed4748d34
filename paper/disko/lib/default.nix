# What disko knows of devices: their types, and which of NixOS's options follow from them.
{
  lib,
  rootMountPoint ? "/mnt",
  ...
}:
let
  unknown = import ../declare/unknown.nix;
  inherit (lib) mkOption types;

  diskoLib = {
    option = type: default: mkOption { inherit type default; };
    required = type: mkOption { inherit type; };
    derived =
      default:
      mkOption {
        internal = true;
        readOnly = true;
        inherit default;
      };
    internal.internal = true;
    strings = diskoLib.option (types.listOf types.str);
    inherit unknown;

    optionTypes = import ./option-types.nix { inherit lib; };
    inherit (import ./choice.nix { inherit lib; }) subType;
    inherit (import ./devices.nix { inherit lib; })
      deepMergeMap
      deviceList
      deviceNumbering
      hexEscapeUdevSymlink
      indexOf
      recursiveUpdate
      ;

    # A kind of device: its own options, and those that every kind has.
    mkSubType =
      module:
      types.submodule [
        module
        (import ./common.nix { inherit diskoLib lib rootMountPoint; })
      ];

    types =
      let
        kindOf = file: {
          name = lib.removeSuffix ".nix" file;
          value = diskoLib.mkSubType (./types + "/${file}");
        };
      in
      lib.listToAttrs (map kindOf (lib.attrNames (builtins.readDir ./types)));

    _partitionTypes = {
      inherit (diskoLib.types)
        bcachefs
        btrfs
        filesystem
        luks
        lvm_pv
        mdraid
        swap
        zfs
        ;
    };
    _deviceTypes = diskoLib._partitionTypes // {
      inherit (diskoLib.types) gpt table;
    };

    # what is in a partition, and what is in a whole device
    partitionType = diskoLib.content diskoLib._partitionTypes;
    deviceType = diskoLib.content diskoLib._deviceTypes;
    content =
      kinds: extraArgs:
      diskoLib.option (types.nullOr (
        diskoLib.subType {
          types = kinds;
          inherit extraArgs;
        }
      )) null;

    toplevel = types.submodule (import ./toplevel.nix { inherit diskoLib lib; });

    config = toplevel: toplevel._config;
    packages = toplevel: toplevel._packages;
    create = toplevel: toplevel._create;
    mount = toplevel: toplevel._mount;
    meta = toplevel: toplevel._meta;
    zapCreateMount = _: unknown "disko's scripts";
    jsonTypes = unknown "disko's jsonTypes";
    testLib = unknown "disko's testLib";
  };
in
diskoLib
