# Finds ports that are taken twice. Pure, so that tests/ports.nix can try it without a machine.
{ lib }:
let
  everywhere = [
    "0.0.0.0"
    "::"
    "*"
  ];

  # One listener for each protocol of each entry.
  listeners =
    ports:
    lib.concatLists (
      lib.mapAttrsToList (
        name: entry:
        map (protocol: {
          inherit name protocol;
          inherit (entry) address port;
        }) entry.protocols
      ) ports
    );

  overlap =
    a: b:
    a.port == b.port
    && a.protocol == b.protocol
    && (
      a.address == b.address || builtins.elem a.address everywhere || builtins.elem b.address everywhere
    );

  pairs =
    list:
    if list == [ ] then
      [ ]
    else
      map (other: {
        first = builtins.head list;
        second = other;
      }) (builtins.tail list)
      ++ pairs (builtins.tail list);
in
{
  # A sentence for each port and protocol that two entries want at one address.
  conflicts =
    ports:
    map (
      { first, second }:
      "port ${toString first.port}/${first.protocol} is taken by '${first.name}' (${first.address}) and by '${second.name}' (${second.address})"
    ) (builtins.filter ({ first, second }: overlap first second) (pairs (listeners ports)));
}
