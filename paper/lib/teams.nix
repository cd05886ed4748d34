# Who maintains packages together. Paper knows the names of the teams, and not who belongs to them.
let
  unknown = what: throw "unknown on paper: ${what}";
  team = name: {
    inherit name;
    value = {
      members = unknown "the members of the team ${name}";
      scope = unknown "the scope of the team ${name}";
      shortName = unknown "the short name of the team ${name}";
    };
  };
in
builtins.listToAttrs (map team (builtins.fromJSON (builtins.readFile ./names/teams.json)))
