{
  config,
  device,
  diskoLib,
  lib,
  parent,
  ...
}:
let
  inherit (diskoLib) option required;
  inherit (lib) types;
  partitions = lib.attrValues config.partitions;
in
{
  options = {
    type = required (types.enum [ "gpt" ]) // diskoLib.internal;
    device = option types.str device;
    partitions = option (types.attrsOf (
      types.submodule (import ../partition.nix { inherit config diskoLib lib; })
    )) { };
    efiGptPartitionFirst = option types.bool true;
    _parent = diskoLib.derived parent;
    _config = diskoLib.derived (
      map (partition: lib.optional (partition.content != null) partition.content._config) partitions
      ++ lib.optional (lib.any (partition: partition.type == "EF02") partitions) {
        boot.loader.grub.devices = [ config.device ];
      }
    );
  };
}
