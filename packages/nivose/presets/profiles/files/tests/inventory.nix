# The inventory as a whole.
{ lib, fleet }:
let
  people = lib.attrNames (import ../users);
  roles = import ../roles;
in
lib.concatMapAttrs (name: host: {
  "${name} has a folder in hosts/" = builtins.pathExists (../hosts + "/${name}");
  "${name} has notes in docs/hosts/" = builtins.pathExists (../docs/hosts + "/${name}.md");
  "the users of ${name} are in users/" = lib.all (user: lib.elem user people) host.users;
  "the roles of ${name} are for its platform" = lib.all (role: lib.elem role roles.${host.kind}) host.roles;
  "${name} waits only for hosts that there are" =
    lib.all (other: fleet.hosts ? ${other}) (host.dependsOn or [ ]);
}) fleet.hosts
