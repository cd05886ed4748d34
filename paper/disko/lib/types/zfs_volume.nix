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
in
{
  options = {
    name = option types.str config._module.args.name;
    type = option (types.enum [ "zfs_volume" ]) "zfs_volume" // diskoLib.internal;
    options = option (types.attrsOf types.str) { };
    extraArgs = strings [ ];
    mountOptions = strings [ "defaults" ];
    size = option (types.nullOr types.str) null;
    content = diskoLib.partitionType {
      parent = config;
      device = "/dev/zvol/${config._parent.name}/${config.name}";
    };
    _parent = diskoLib.derived parent;
    _config = diskoLib.derived (lib.optional (config.content != null) config.content._config);
  };
}
