# The keys that a new server is installed with: those of everybody who has an account on a server and may become root.
{ fleet, lib, ... }:
let
  people = lib.unique (
    lib.concatMap (host: host.users) (builtins.attrValues (fleet.inPlace "hetzner"))
  );

  keysOf =
    person:
    let
      entry = fleet.users.${person};
    in
    lib.optionals (entry.admin or true) entry.sshKeys;

  keys = lib.unique (lib.concatMap keysOf people);
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
