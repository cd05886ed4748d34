{
  config,
  diskoLib,
  lib,
  ...
}:
let
  inherit (diskoLib) option required strings;
  inherit (lib) types;

  group = config;
  volumes = lib.attrValues config.lvs;

  volume =
    { config, name, ... }:
    {
      options = {
        name = option types.str name;
        priority = option types.int (
          (if config.lvm_type == "thin-pool" then 501 else 1000)
          + (if lib.hasInfix "100%" config.size then 251 else 0)
        );
        size = required types.str;
        lvm_type = option (types.nullOr (
          types.enum [
            "mirror"
            "raid0"
            "raid1"
            "raid4"
            "raid5"
            "raid6"
            "thin-pool"
            "thinlv"
          ]
        )) null;
        extraArgs = strings [ ];
        pool = option (types.nullOr types.str) null;
        content = diskoLib.partitionType {
          parent = group;
          device = "/dev/${group.name}/${config.name}";
        };
      };
    };

  mapped = lib.filter (volume: volume.lvm_type != null && volume.lvm_type != "thinlv") volumes;

  # the modules that a kind of volume needs in the initrd
  modulesOf =
    kind:
    [ (if kind == "mirror" then "dm-mirror" else "dm-raid") ]
    ++ lib.optional (kind == "raid0" || kind == "raid1") kind
    ++ lib.optional (lib.elem kind [
      "raid4"
      "raid5"
      "raid6"
    ]) "raid456";
in
{
  options = {
    name = option types.str config._module.args.name;
    type = required (types.enum [ "lvm_vg" ]) // diskoLib.internal;
    lvs = option (types.attrsOf (types.submodule volume)) { };
    _config = diskoLib.derived (
      [
        { boot.initrd.kernelModules = [ "dm-snapshot" ] ++ map (volume: "dm-${volume.lvm_type}") mapped; }
      ]
      ++ map (volume: [
        (lib.optional (volume.content != null) volume.content._config)
        (lib.optional (volume.lvm_type != null) { boot.initrd.kernelModules = modulesOf volume.lvm_type; })
      ]) volumes
    );
  };
}
