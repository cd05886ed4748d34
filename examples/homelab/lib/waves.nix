# The order in which hosts are deployed: a list of waves, each a list of names. Within a wave, a host comes after those that
# it depends on.
{ lib }:
hosts:
let
  numbers = lib.sort (a: b: a < b) (lib.unique (lib.mapAttrsToList (_: host: host.wave) hosts));
  namesIn = number: builtins.attrNames (lib.filterAttrs (_: host: host.wave == number) hosts);
  ordered =
    names:
    (lib.toposort (before: after: builtins.elem before hosts.${after}.dependsOn) names).result
      or (throw "fleet.nix: hosts depend on each other in a circle: ${toString names}");
in
map (number: ordered (namesIn number)) numbers
