{
  config,
  device,
  diskoLib,
  lib,
  parent,
  ...
}:
let
  inherit (diskoLib) option required strings;
  inherit (lib) types;
in
{
  options = {
    type = required (types.enum [ "filesystem" ]) // diskoLib.internal;
    device = option types.str device;
    extraArgs = strings [ ];
    mountOptions = strings [ "defaults" ];
    mountpoint = option (types.nullOr diskoLib.optionTypes.absolute-pathname) null;
    format = required types.str;
    _parent = diskoLib.derived parent;
    _config = diskoLib.derived (
      lib.optional (config.mountpoint != null) {
        fileSystems.${config.mountpoint} = {
          inherit (config) device;
          fsType = config.format;
          options = config.mountOptions;
        };
      }
    );
  };
}
