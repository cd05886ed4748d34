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

  partition =
    { config, name, ... }:
    {
      options = {
        part-type = option (types.enum [
          "primary"
          "logical"
          "extended"
        ]) "primary";
        fs-type = option (types.nullOr (
          types.enum [
            "bcachefs"
            "btrfs"
            "ext2"
            "ext3"
            "ext4"
            "fat16"
            "fat32"
            "hfs"
            "hfs+"
            "linux-swap"
            "ntfs"
            "reiserfs"
            "udf"
            "xfs"
          ]
        )) null;
        name = required (types.nullOr types.str);
        start = option types.str "0%";
        end = option types.str "100%";
        flags = strings [ ];
        bootable = option types.bool false;
        content = diskoLib.partitionType {
          parent = table;
          device = diskoLib.deviceNumbering table.device config._index;
        };
        # Partitions are a list, and the module system names its entries by their numbers.
        _index = option types.int (lib.toInt (lib.head (builtins.match ".*entry ([[:digit:]]+)]" name)));
      };
    };
  table = config;
in
{
  options =
    lib.warn
      ''
        The legacy table is outdated and should not be used. We recommend using the gpt type instead.
        Please note that certain features, such as the test framework, may not function properly with the legacy table type.
        If you encounter errors similar to:
        "error: The option `disko.devices.disk.disk1.content.partitions."[definition 1-entry 1]".content._config` is read-only, but it's set multiple times,"
        this is likely due to the use of the legacy table type.
        for a migration you can follow the guide at https://github.com/nix-community/disko/blob/master/docs/table-to-gpt.md
      ''
      {
        type = required (types.enum [ "table" ]);
        device = option types.str device;
        format = option (types.enum [
          "gpt"
          "msdos"
        ]) "gpt";
        partitions = option (types.listOf (types.submodule partition)) [ ];
        _parent = diskoLib.derived parent;
        _config = diskoLib.derived (
          map (
            partition: lib.optional (partition.content != null) partition.content._config
          ) config.partitions
        );
      };
}
