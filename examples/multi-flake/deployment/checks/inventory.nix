# The inventory names every station and every home, with its platform, and none that does not exist.
{
  hosts,
  lib,
  homes,
  stations,
}:
let
  namesOf = kind: builtins.attrNames (lib.filterAttrs (_: host: host.kind == kind) hosts);

  compare =
    what: listed: existing:
    map (name: "${name} is in fleet.nix, and no flake has such a ${what}") (
      lib.subtractLists existing listed
    )
    ++ map (name: "the ${what} ${name} is not in fleet.nix") (lib.subtractLists listed existing);

  otherPlatform =
    name: configuration:
    let
      inherit (configuration.pkgs.stdenv.hostPlatform) system;
    in
    lib.optional (
      hosts ? ${name} && hosts.${name}.system != system
    ) "${name} is ${system}, and ${hosts.${name}.system} in fleet.nix";

  dangling =
    name: host:
    map (other: "${name} depends on ${other}, which is not in fleet.nix") (
      lib.subtractLists (builtins.attrNames hosts) (host.dependsOn or [ ])
    );
in
compare "station" (namesOf "nixos") (builtins.attrNames stations)
++ compare "home" (namesOf "home") (builtins.attrNames homes)
++ lib.concatLists (lib.mapAttrsToList otherPlatform (stations // homes))
++ lib.concatLists (lib.mapAttrsToList dangling hosts)
