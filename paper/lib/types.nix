# The types of options.
{ lib }:
let
  kernel = import ./types/kernel.nix { inherit lib types; };
  part = file: import file ({ inherit lib types; } // kernel);
  types =
    part ./types/scalars.nix
    // part ./types/numbers.nix
    // part ./types/strings.nix
    // part ./types/paths.nix
    // part ./types/open.nix
    // part ./types/collections.nix
    // part ./types/wrappers.nix
    // part ./types/unions.nix
    // part ./types/tagged.nix
    // part ./types/submodules.nix;
in
kernel // { inherit types; } // types
