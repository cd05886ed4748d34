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

  swapFiles = option (types.attrsOf (
    types.submodule (
      { name, ... }:
      {
        options = {
          size = required (types.strMatching "^([0-9]+[KMGTP])?$");
          path = option types.str name;
          priority = option (types.nullOr types.int) null;
          options = option (types.listOf types.nonEmptyStr) [ "defaults" ];
        };
      }
    )
  )) { };

  subvolume =
    { config, ... }:
    {
      options = {
        name = option types.str config._module.args.name;
        type = option (types.enum [ "btrfs_subvol" ]) "btrfs_subvol";
        extraArgs = strings [ ];
        mountOptions = strings [ "defaults" ];
        mountpoint = option (types.nullOr diskoLib.optionTypes.absolute-pathname) null;
        swap = swapFiles;
      };
    };
  subvolumes = lib.attrValues config.subvolumes;

  mounted =
    at: options:
    lib.optional (at.mountpoint != null) {
      fileSystems.${at.mountpoint} = {
        inherit (config) device;
        fsType = "btrfs";
        inherit options;
      };
    };

  swapOf = at: {
    swapDevices = map (file: {
      device = "${at.mountpoint}/${file.path}";
      inherit (file) options priority;
    }) (lib.attrValues at.swap);
  };
in
{
  options = {
    type = required (types.enum [ "btrfs" ]) // diskoLib.internal;
    device = option types.str device;
    extraArgs = strings [ ];
    mountOptions = strings [ "defaults" ];
    subvolumes = option (types.attrsOf (types.submodule subvolume)) { };
    mountpoint = option (types.nullOr diskoLib.optionTypes.absolute-pathname) null;
    swap = swapFiles;
    _parent = diskoLib.derived parent;
    _config = diskoLib.derived (
      map (
        subvolume: mounted subvolume (subvolume.mountOptions ++ [ "subvol=${subvolume.name}" ])
      ) subvolumes
      ++ [ (mounted config config.mountOptions) ]
      ++ map swapOf (subvolumes ++ [ config ])
    );
  };
}
