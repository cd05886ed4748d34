# The names of stations in the order in which they are deployed: wave by wave, and none before those that it depends on.
{ lib, stations }:
let
  dependsOn = name: lib.filter (other: stations ? ${other}) (stations.${name}.dependsOn or [ ]);

  sorted = lib.toposort (a: b: lib.elem a (dependsOn b)) (builtins.attrNames stations);
  names =
    sorted.result or (throw "stations depend on each other in a circle: ${toString sorted.cycle}");

  # A station is in no earlier wave than what it depends on.
  waves = lib.foldl' (
    waves: name:
    waves
    // {
      ${name} = lib.foldl' lib.max stations.${name}.wave (map (other: waves.${other}) (dependsOn name));
    }
  ) { } names;
in
builtins.sort (a: b: waves.${a} < waves.${b}) names
