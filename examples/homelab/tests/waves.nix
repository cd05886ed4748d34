# That hosts are deployed in the order in which they depend on each other.
{
  passes,
  pkgs,
  repository,
  ...
}:
let
  waves = import ../lib/waves.nix { inherit (pkgs) lib; };
  host = wave: dependsOn: { inherit dependsOn wave; };
  expect =
    what: actual: expected:
    if actual == expected then [ ] else [ what ];
in
passes "waves" (
  expect "the lowest wave is not the first"
    (waves {
      canary = host 0 [ ];
      server = host 2 [ ];
    })
    [
      [ "canary" ]
      [ "server" ]
    ]
  ++
    expect "a host comes before one that it depends on"
      (waves {
        a = host 1 [ "b" ];
        b = host 1 [ ];
      })
      [
        [
          "b"
          "a"
        ]
      ]
  ++
    expect "a circle is not noticed"
      (builtins.tryEval (
        builtins.deepSeq (waves {
          a = host 1 [ "b" ];
          b = host 1 [ "a" ];
        }) true
      )).success
      false
  ++ expect "the fleet's own waves lose a host" (builtins.length (
    builtins.concatLists repository.waves
  )) (builtins.length (builtins.attrNames repository.fleet.hosts))
)
