# A partition of a GPT: `config` is of the whole table.
{
  config,
  diskoLib,
  lib,
}:
let
  inherit (diskoLib) option;
  inherit (lib) types;

  table = config;
  hexadecimal = length: "[A-Fa-f0-9]{${toString length}}";
  uuid = digit: "${digit}{8}-${digit}{4}-${digit}{4}-${digit}{4}-${digit}{12}";

  hybrid = types.submodule {
    options = {
      mbrPartitionType = option (types.nullOr types.str) null;
      mbrBootableFlag = option types.bool false;
      _create = diskoLib.derived (diskoLib.unknown "_create of a device of disko");
    };
  };

  # A label has at most 72 bytes, in UTF-16.
  longestLabel = 36;

  sorted = lib.sort (a: b: a.priority < b.priority) (lib.attrValues table.partitions);
in
{ config, name, ... }:
{
  options = {
    type = option (types.either (types.strMatching (hexadecimal 4)) (
      types.strMatching (
        lib.concatMapStringsSep "-" hexadecimal [
          8
          4
          4
          4
          12
        ]
      )
    )) (if config.content != null && config.content.type == "swap" then "8200" else "8300");
    attributes = option (types.listOf types.int) [ ];
    device = option types.str (
      if config.uuid != null then
        "/dev/disk/by-partuuid/${config.uuid}"
      else if table._parent.type == "mdadm" then
        "/dev/disk/by-id/md-name-any:${table._parent.name}-part${toString config._index}"
      else
        "/dev/disk/by-partlabel/${diskoLib.hexEscapeUdevSymlink config.label}"
    );
    priority = option types.int (
      if config.size or "" == "100%" then
        9001
      else if config.type == "EF02" then
        100
      else
        1000
    );
    name = option types.str name;
    uuid = option (types.nullOr (types.strMatching (uuid "[[:xdigit:]]"))) null;
    label = option types.str (
      let
        label = "${table._parent.type}-${table._parent.name}-${config.name}";
      in
      if lib.stringLength label > longestLabel then
        lib.substring 0 longestLabel (builtins.hashString "sha256" label)
      else
        label
    );
    size = option (types.either (types.enum [ "100%" ]) (types.strMatching "[0-9]+[KMGTP]?")) "0";
    alignment = option types.int (
      if lib.hasSuffix "s" config.start || lib.hasSuffix "s" config.end then 1 else 0
    );
    start = option types.str "0";
    end = option types.str (if config.size == "100%" then "-0" else "+${config.size}");
    content = diskoLib.partitionType {
      parent = table;
      inherit (config) device;
    };
    hybrid = option (types.nullOr hybrid) null;
    _index = option types.int (diskoLib.indexOf (partition: partition.name == config.name) sorted 0);
  };
}
