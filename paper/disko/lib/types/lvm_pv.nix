{
  device,
  diskoLib,
  lib,
  parent,
  ...
}:
let
  inherit (diskoLib) option required;
  inherit (lib) types;
in
{
  options = {
    type = required (types.enum [ "lvm_pv" ]) // diskoLib.internal;
    device = option types.str device;
    vg = required types.str;
    _parent = diskoLib.derived parent;
    _config = diskoLib.derived [ ];
  };
}
