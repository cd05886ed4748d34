{ lib, ... }:
{
  options.system.build = lib.mkOption {
    default = { };
    type = lib.types.submoduleWith {
      modules = [ { freeformType = lib.types.lazyAttrsOf (lib.types.uniq lib.types.unspecified); } ];
    };
  };
}
