{
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
    type = required (types.enum [ "bcachefs" ]) // diskoLib.internal;
    device = option types.str device;
    filesystem = required types.str;
    extraFormatArgs = strings [ ];
    label = option types.str "";
    _parent = diskoLib.derived parent;
    _config = diskoLib.derived { };
  };
}
