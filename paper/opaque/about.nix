# What is known of the input: its name in the fleet, and the names that the fleet selects of anything. Sets have these names
# and no others, since a set of every name does not exist. `names.json` is laid beside by whoever uses the folder.
let
  file = ./names.json;
  given = if builtins.pathExists file then builtins.fromJSON (builtins.readFile file) else { };
in
{
  input = given.input or "without a name";
  names = given.names or [ ];
  systems = given.systems or (import ./systems.nix);
}
