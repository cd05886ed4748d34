# Modules that the flake offers, by their class.
{ lib, moduleLocation, ... }:
let
  inherit (lib) mapAttrs types;
  inherit (lib.strings) escapeNixIdentifier;

  # A function, and not a set, because a submodule takes a set for definitions.
  named = class: name: module: _: {
    _class = class;
    _file = "${toString moduleLocation}#modules.${escapeNixIdentifier class}.${escapeNixIdentifier name}";
    imports = [ module ];
  };
in
{
  options.flake.modules = lib.mkOption {
    type = types.lazyAttrsOf (types.lazyAttrsOf types.deferredModule);
    apply = mapAttrs (class: if class == "generic" then modules: modules else mapAttrs (named class));
  };
}
