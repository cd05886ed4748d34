{
  config,
  diskoLib,
  lib,
  ...
}:
let
  inherit (diskoLib) option required strings;
  inherit (lib) types;

  # Their device is called as they are.
  special = [
    "proc"
    "sysfs"
    "tmpfs"
    "ramfs"
    "devtmpfs"
    "devpts"
  ];
in
{
  options = {
    type = option (types.enum [ "nodev" ]) "nodev" // diskoLib.internal;
    fsType = required types.str;
    device = option types.str "none";
    mountpoint = option (types.nullOr diskoLib.optionTypes.absolute-pathname) config._module.args.name;
    mountOptions = strings [ "defaults" ];
    _config = diskoLib.derived (
      lib.optional (config.mountpoint != null) {
        fileSystems.${config.mountpoint} = {
          inherit (config) device fsType;
          options = config.mountOptions;
        };
      }
    );
  };

  config.device = lib.mkIf (lib.elem config.fsType special) (lib.mkDefault config.fsType);
}
