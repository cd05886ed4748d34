# That a port which is taken twice is found, and one that is shared rightly is not.
{ passes, repository, ... }:
let
  inherit (repository.ports) conflicts;
  entry = port: address: protocols: { inherit address port protocols; };
  count = ports: builtins.length (conflicts ports);

  expect =
    what: actual: expected:
    if actual == expected then [ ] else [ what ];
in
passes "ports" (
  expect "two services on one port are not noticed" (count {
    bind = entry 53 "0.0.0.0" [ "udp" ];
    dnsdist = entry 53 "0.0.0.0" [ "udp" ];
  }) 1
  ++ expect "all addresses and one of them are not noticed" (count {
    dnsdist = entry 53 "0.0.0.0" [ "udp" ];
    resolved = entry 53 "127.0.0.53" [ "udp" ];
  }) 1
  ++ expect "each protocol is a conflict of its own" (count {
    bind = entry 53 "0.0.0.0" [
      "tcp"
      "udp"
    ];
    dnsdist = entry 53 "0.0.0.0" [
      "tcp"
      "udp"
    ];
  }) 2
  ++ expect "different protocols do not meet" (count {
    a = entry 53 "0.0.0.0" [ "tcp" ];
    b = entry 53 "0.0.0.0" [ "udp" ];
  }) 0
  ++ expect "different addresses do not meet" (count {
    a = entry 53 "127.0.0.1" [ "udp" ];
    b = entry 53 "127.0.0.53" [ "udp" ];
  }) 0
  ++ expect "the sentence names both" (conflicts {
    bind = entry 53 "0.0.0.0" [ "udp" ];
    dnsdist = entry 53 "0.0.0.0" [ "udp" ];
  }) [ "port 53/udp is taken by 'bind' (0.0.0.0) and by 'dnsdist' (0.0.0.0)" ]
)
