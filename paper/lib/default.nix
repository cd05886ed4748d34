# The functions of nixpkgs' `lib`, family by family. A family is read when one of its functions is used.
let
  extensible =
    make:
    let
      self = make self // {
        extend = overlay: extensible (final: let prev = make final; in prev // overlay final prev);
      };
    in
    self;
in
extensible (
  lib:
  let
    family = file: import file { inherit lib; };
  in
  {
    # what a family gives under its own name, and then what of it is known without that name

    trivial = family ./trivial.nix;
    inherit (lib.trivial) id;
  }
)
