# The packages of the hooks. Most are called as in nixpkgs; what the others are made of is not known on paper.
pkgs:
let
  hooks = builtins.fromJSON (builtins.readFile ../data/hooks.json);
  names = builtins.filter (name: name != null) (
    map (hook: hook.tool or null) (builtins.attrValues hooks)
  );
  tool = name: {
    inherit name;
    value =
      pkgs.${name} or pkgs.python3Packages.${name}
        or (import ../declare/unknown.nix "the package ${name} of git-hooks");
  };
in
builtins.listToAttrs (map tool names)
