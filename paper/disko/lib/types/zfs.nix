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
    type = required (types.enum [ "zfs" ]) // diskoLib.internal;
    device = option types.str device;
    pool = required types.str;
    _parent = diskoLib.derived parent;
    _config = diskoLib.derived [ ];
  };
}
