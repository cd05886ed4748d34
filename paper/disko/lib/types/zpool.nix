{
  config,
  diskoLib,
  lib,
  ...
}:
let
  inherit (diskoLib) option required strings;
  inherit (lib) types;

  layout = types.enum [
    ""
    "mirror"
    "raidz"
    "raidz1"
    "raidz2"
    "raidz3"
  ];

  vdev = types.submodule {
    options = {
      mode = option layout "";
      members = required (types.listOf types.str);
    };
  };

  topology = types.submodule {
    options = {
      type = option (types.enum [ "topology" ]) "topology";
      vdev = option (types.listOf vdev) [ ];
      spare = strings [ ];
      log = option (types.listOf vdev) [ ];
      dedup = option (types.listOf vdev) [ ];
      special = option (types.either (types.listOf vdev) (types.nullOr vdev)) [ ];
      cache = strings [ ];
    };
  };

  kind =
    types:
    diskoLib.subType {
      inherit types;
      extraArgs.parent = config;
    };
in
{
  options = {
    name = option types.str config._module.args.name;
    type = option (types.enum [ "zpool" ]) "zpool" // diskoLib.internal;
    mode = option (types.oneOf [
      layout
      (types.attrsOf (kind {
        inherit topology;
      }))
    ]) "";
    options = option (types.attrsOf types.str) { };
    rootFsOptions = option (types.attrsOf types.str) { };
    mountpoint = option (types.nullOr diskoLib.optionTypes.absolute-pathname) null;
    mountOptions = strings [ "defaults" ];
    datasets = required (
      types.attrsOf (kind {
        inherit (diskoLib.types) zfs_fs zfs_volume;
      })
    );
    _config = diskoLib.derived (map (dataset: dataset._config) (lib.attrValues config.datasets));
  };

  # The pool itself is the dataset above all others.
  config.datasets.__root = {
    _name = config.name;
    _createFilesystem = false;
    type = "zfs_fs";
    inherit (config) mountpoint mountOptions;
    options = config.rootFsOptions;
  };
}
