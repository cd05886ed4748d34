# The `lib` of a nixpkgs that is at hand: its functions count. Modules, options and types are those of paper all the same, since
# they are made for options that are read from files as far as somebody asks.
(import ./real/lib).extend (
  lib: real:
  let
    family = name: file: real.${name} // import file { inherit lib; };
  in
  import ./module-system.nix { inherit family lib; }
)
