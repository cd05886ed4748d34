# The inventory, with what other files ask of it. Every host has its own name beside what fleet.nix says of it.
{ lib, inventory }:
let
  hosts = lib.mapAttrs (
    name: host:
    {
      inherit name;
      description = "";
      dependsOn = [ ];
      # Whether it builds its own system: for hosts that whoever deploys cannot build for.
      remoteBuild = false;
      tags = [ ];
      users = [ ];
      wave = 1;
    }
    // host
  ) inventory.hosts;
in
{
  inherit hosts;
  inherit (inventory) cloud domain users;

  # The hosts of a kind: `nixos` or `darwin`.
  ofKind = kind: lib.filterAttrs (_: host: host.kind == kind) hosts;

  # Those of these hosts that run a system, such as `x86_64-linux`.
  ofSystem = system: lib.filterAttrs (_: host: host.system == system);

  # The hosts of a folder of infrastructure/.
  inPlace = where: lib.filterAttrs (_: host: host.where == where) hosts;

  # Names of hosts, by their tags.
  tagged = lib.zipAttrs (
    lib.mapAttrsToList (name: host: lib.genAttrs host.tags (_: name)) hosts
  );

  # The module that follows from a host's entry.
  settingsOf = name: import ./settings.nix { inherit inventory lib; } hosts.${name};

  inherit (import ./order.nix { inherit lib; } hosts) deploymentOrder circle;

  inherit (import ./terraform.nix { inherit lib; }) resourceName;

  claims = import ./claims.nix { inherit lib; };
}
