# An overlay of which nothing is known: what the fleet selects and the package set does not have may come from it.
about: final: prev:
let
  missing = builtins.filter (name: !(prev ? ${name})) about.names;
in
builtins.listToAttrs (
  map (name: {
    inherit name;
    value = import ./declare/unknown.nix "the package ${name}, if the input ${about.input} has it";
  }) missing
)
