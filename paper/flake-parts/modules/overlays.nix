{ lib, ... }:
let
  inherit (lib) types;
  overlay = types.functionTo (types.functionTo (types.lazyAttrsOf types.unspecified));
in
{
  options.flake.overlays = lib.mkOption {
    # Two overlays of one name cannot be merged: nobody knows which comes first.
    type = types.lazyAttrsOf (types.uniq overlay);
    default = { };
    # Nix checks that an overlay is a function of `final` and `prev` by name.
    apply = lib.mapAttrs (
      _: overlay: final: prev:
      overlay final prev
    );
  };
}
