# Who maintains packages, by name. Paper knows the names, and nothing about the people.
let
  unknown = what: throw "unknown on paper: ${what}";
  maintainer = name: {
    inherit name;
    value = {
      name = unknown "the name of the maintainer ${name}";
      email = unknown "the address of the maintainer ${name}";
      github = unknown "the account of the maintainer ${name}";
      githubId = unknown "the account of the maintainer ${name}";
    };
  };
in
builtins.listToAttrs (
  map maintainer (builtins.fromJSON (builtins.readFile ./names/maintainers.json))
)
