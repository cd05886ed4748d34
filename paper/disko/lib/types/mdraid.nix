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
    type = required (types.enum [ "mdraid" ]) // diskoLib.internal;
    device = option types.str device;
    name = required types.str;
    _parent = diskoLib.derived parent;
    _config = diskoLib.derived [ ];
  };
}
