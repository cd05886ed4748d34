# The flakes take each other as inputs as ../graph.nix documents it, without going round in circles.
{ graph }:
map (name: "${name} is an input of itself") graph.cycles
++ map (
  name:
  "${name} takes ${toString graph.actual.${name}}, and ${
    toString graph.documented.${name}
  } is documented"
) graph.undocumented
++ map (name: "${name} has a flake.nix, and the graph does not know it") graph.unknown
++ map (name: "no station can use ${name}") (
  builtins.filter (name: !graph.stationsReach.${name}) (builtins.attrNames graph.stationsReach)
)
