# An overlay of which nothing is known: what the fleet selects and the package set does not have may come from it. What the set
# has stays what it is, and is there as well for those who look at the overlay alone. The same holds for `lib`, which
# overlays like to extend.
about: final: prev:
let
  perhaps =
    set: what:
    builtins.listToAttrs (
      map (name: {
        inherit name;
        value =
          set.${name} or (import ./declare/unknown.nix "${what} ${name}, if the input ${about.input} has it");
      }) about.names
    );
in
perhaps prev "the package"
// (if prev ? lib then { lib = perhaps prev.lib "the function" // prev.lib; } else { })
