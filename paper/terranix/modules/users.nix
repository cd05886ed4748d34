# People by their group, for modules that make machines.
{ lib, ... }:
let
  inherit (lib) mkOption types;
  user = types.submodule {
    options.publicKey = mkOption {
      type = types.nullOr types.str;
      default = null;
    };
  };
in
{
  options.users = mkOption {
    type = types.attrsOf (types.attrsOf user);
    default = { };
  };
}
