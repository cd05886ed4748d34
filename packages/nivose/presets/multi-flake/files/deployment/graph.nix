# Which flake takes which others as its inputs: as it was planned, what came to it and why, and what the flakes really say.
# It needs nothing but Nix: nix-instantiate --eval --strict deployment/graph.nix
let
  inherit (builtins)
    any
    attrNames
    concatMap
    filter
    listToAttrs
    mapAttrs
    match
    ;

  # The graph of the plan.
  planned = {
    deployment = [
      "desktop-systems"
      "minimal-systems"
      "user-environments"
      "services"
      # @if secrets@
      "secrets"
      # @end@
    ];
    desktop-systems = [ "shared-modules" ];
    development = [ "packages" ];
    minimal-systems = [ "shared-modules" ];
    packages = [ ];
    # @if secrets@
    secrets = [ ];
    # @end@
    services = [ "shared-modules" ];
    shared-modules = [ ];
    user-environments = [ "packages" ];
  };

  # What the plan's graph lacks, with the reason. As drawn, no station could use a service or a secret.
  added = {
    desktop-systems = {
      user-environments = "the plan's tree says so: a desktop is switched together with the homes on it";
      services = "a station offers services, so the flake that builds it has to know their modules";
      # @if secrets@
      secrets = "a station decrypts its own secrets, so the flake that builds it has to bring the files";
      # @end@
    };
    minimal-systems = {
      user-environments = "these stations have the minimal home, and are switched together with it";
      services = "a station offers services, so the flake that builds it has to know their modules";
      # @if secrets@
      secrets = "a station decrypts its own secrets, so the flake that builds it has to bring the files";
      # @end@
    };
  };

  documented = mapAttrs (name: inputs: sort (inputs ++ attrNames (added.${name} or { }))) planned;

  # Inputs of a flake.nix that are siblings, by their folders.
  siblingsOf =
    name:
    let
      inherit (import (../. + "/${name}/flake.nix")) inputs;
      folders = map (input: match "path:\\.\\./([^/]*)" (inputs.${input}.url or "")) (attrNames inputs);
    in
    sort (concatMap (folder: if folder == null then [ ] else folder) folders);

  actual = mapAttrs (name: _: siblingsOf name) planned;

  reachableFrom =
    name:
    map (each: each.key) (
      builtins.genericClosure {
        startSet = map (key: { inherit key; }) actual.${name};
        operator = each: map (key: { inherit key; }) (actual.${each.key} or [ ]);
      }
    );

  sort = builtins.sort builtins.lessThan;
in
{
  inherit
    planned
    added
    documented
    actual
    ;

  # Flakes that are inputs of themselves, however far round.
  cycles = filter (name: builtins.elem name (reachableFrom name)) (attrNames actual);

  # Flakes whose inputs are not the documented ones.
  undocumented = filter (name: actual.${name} != documented.${name}) (attrNames actual);

  # Flakes of this repository that the graph does not know.
  unknown =
    let
      folders = builtins.readDir ../.;
      isFlake = name: folders.${name} == "directory" && builtins.pathExists (../. + "/${name}/flake.nix");
    in
    filter (name: !(planned ? ${name}) && isFlake name) (attrNames folders);

  # Without which stations would be without them.
  stationsReach = listToAttrs (
    map
      (name: {
        inherit name;
        value = any (flake: builtins.elem name actual.${flake}) [
          "desktop-systems"
          "minimal-systems"
        ];
      })
      (
        filter (name: planned ? ${name}) [
          "services"
          "secrets"
        ]
      )
  );
}
