# The keys that a new server is installed with: those of everybody who has an account on a server.
{ fleet, lib, ... }:
let
  people = lib.unique (
    lib.concatMap (host: host.users) (builtins.attrValues (fleet.inPlace "hetzner"))
  );

  keys = lib.unique (lib.concatMap (person: fleet.users.${person}.sshKeys) people);
in
{
  # Hetzner takes a key once, whoever has it: it is named after its own text.
  resource.hcloud_ssh_key = lib.listToAttrs (
    map (key: rec {
      name = "key-${builtins.substring 0 12 (builtins.hashString "sha256" key)}";
      value = {
        inherit name;
        public_key = key;
      };
    }) keys
  );
}
