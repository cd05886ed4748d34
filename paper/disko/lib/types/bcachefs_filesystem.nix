{
  config,
  diskoLib,
  lib,
  ...
}:
let
  inherit (diskoLib) option required strings;
  inherit (lib) types;
  pathname = diskoLib.optionTypes.absolute-pathname;
  digit = "[[:xdigit:]]";

  # The same name gives the same UUID.
  uuidOf =
    name:
    let
      hash = builtins.hashString "sha256" name;
      part = start: length: lib.substring start length hash;
    in
    "${part 0 8}-${part 8 4}-${part 12 4}-${part 16 4}-${part 20 12}";

  places = name: [
    "X-mount.mkdir"
    "X-mount.subdir=${lib.removePrefix "/" name}"
  ];

  subvolume =
    { config, ... }:
    {
      options = {
        name = option types.str config._module.args.name;
        type = option (types.enum [ "bcachefs_subvolume" ]) "bcachefs_subvolume";
        mountOptions = strings (places config.name);
        mountpoint = option (types.nullOr pathname) null;
      };
    };

  mounted = at: options: {
    fileSystems.${at.mountpoint} = {
      device = "/dev/disk/by-uuid/${config.uuid}";
      fsType = "bcachefs";
      options = lib.unique options;
      neededForBoot = true;
    };
  };
  subvolumes = lib.filter (subvolume: subvolume.mountpoint != null) (
    lib.attrValues config.subvolumes
  );
in
{
  options = {
    name = option types.str config._module.args.name;
    type = required (types.enum [ "bcachefs_filesystem" ]) // diskoLib.internal;
    extraFormatArgs = strings [ ];
    mountOptions = strings [ "X-mount.mkdir" ];
    mountpoint = option (types.nullOr pathname) null;
    uuid = option (types.strMatching "${digit}{8}-${digit}{4}-${digit}{4}-${digit}{4}-${digit}{12}") (
      uuidOf config.name
    );
    passwordFile = option (types.nullOr pathname) null;
    subvolumes = option (types.attrsOf (types.submodule subvolume)) { };
    _config = diskoLib.derived (
      lib.optional (config.mountpoint != null) (
        mounted config ([ "X-mount.mkdir" ] ++ config.mountOptions)
      )
      ++ map (subvolume: mounted subvolume (places subvolume.name ++ subvolume.mountOptions)) subvolumes
    );
  };
}
