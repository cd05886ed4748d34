{
  config,
  diskoLib,
  lib,
  parent,
  ...
}:
let
  inherit (diskoLib) option strings;
  inherit (lib) types;
  zfs = name: config.options.${name} or "";
in
{
  options = {
    name = option types.str config._module.args.name;
    _name = option types.str "${config._parent.name}/${config.name}";
    type = option (types.enum [ "zfs_fs" ]) "zfs_fs" // diskoLib.internal;
    options = option (types.attrsOf types.str) { };
    mountOptions = strings [ "defaults" ];
    mountpoint = option (types.nullOr diskoLib.optionTypes.absolute-pathname) null;
    _parent = diskoLib.derived parent;
    _createFilesystem = option types.bool true;
    _config = diskoLib.derived (
      lib.optional (zfs "mountpoint" != "none" && zfs "canmount" != "off") {
        fileSystems.${config.mountpoint} = {
          device = config._name;
          fsType = "zfs";
          options = config.mountOptions ++ lib.optional (zfs "mountpoint" != "legacy") "zfsutil";
        };
      }
    );
  };
}
