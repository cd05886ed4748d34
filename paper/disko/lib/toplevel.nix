# `disko.devices`: sets of devices by kind, and what follows from them.
{ diskoLib, lib }:
{ config, ... }:
let
  inherit (diskoLib) option unknown;
  inherit (lib) types;

  all = lib.concatMap (kind: lib.attrValues config.${kind}) [
    "bcachefs_filesystems"
    "disk"
    "lvm_vg"
    "mdadm"
    "nodev"
    "zpool"
  ];
  setOf = kind: option (types.attrsOf kind) { };
  internal =
    default:
    lib.mkOption {
      internal = true;
      inherit default;
    };
  script = name: internal (unknown "disko.devices.${name}");
in
{
  options = {
    bcachefs_filesystems = setOf diskoLib.types.bcachefs_filesystem;
    disk = setOf diskoLib.types.disk;
    mdadm = setOf diskoLib.types.mdadm;
    zpool = setOf diskoLib.types.zpool;
    lvm_vg = setOf diskoLib.types.lvm_vg;
    nodev = setOf diskoLib.types.nodev;

    _config = internal (
      lib.mapAttrs (_: lib.mkMerge) (lib.zipAttrs (lib.flatten (map (device: device._config) all)))
    );
  }
  // lib.genAttrs [
    "_meta"
    "_packages"
    "_scripts"
    "_legacyDestroy"
    "_destroy"
    "_create"
    "_mount"
    "_unmount"
    "_disko"
    "_destroyFormatMount"
    "_formatMount"
  ] script;
}
