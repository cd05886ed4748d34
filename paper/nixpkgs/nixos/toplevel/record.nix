# What is defined in a system, thing by thing, each with its value as JSON, and the names of what is not known.
{
  lib,
  defined,
  # What the modules of the base say is the same in all systems.
  base ? map toString (import ../modules/module-list.nix),
  # Where a home lies in a system; it is recorded as if it lay nowhere.
  prefix ? [ ],
  # Whether modules of which nothing is known may declare options, or those of another release.
  mayDeclareMore ? false,
}:
let
  plain = import ../../declare/plain.nix;
  leavesOf = import ./leaves.nix { inherit lib; };
  isWrong = import ./wrong.nix { inherit lib mayDeclareMore; };

  # They give values to modules, and what comes of it is in the options that these define.
  passesOn = [
    "assertions"
    "home-manager.extraSpecialArgs"
    "home-manager.sharedModules"
    "lib"
    "nixpkgs.pkgs"
    "system.build"
    "warnings"
  ];

  # The system itself is among what images hold.
  ofImages = [
    "isoImage.storeContents"
    "netboot.storeContents"
    "sdImage.storePaths"
    "virtualisation.additionalPaths"
  ];

  # What these are made into holds functions; it depends on nothing but what is said.
  platforms = [
    "nixpkgs.buildPlatform"
    "nixpkgs.hostPlatform"
    "nixpkgs.localSystem"
  ];

  facts = lib.genAttrs base (_: null);
  isOfFleet =
    definition: !(facts ? ${builtins.unsafeDiscardStringContext (toString definition.file)});

  placeOf = option: lib.drop (builtins.length prefix) option.loc;

  thingsOf =
    option:
    let
      loc = placeOf option;
      said = map (definition: definition.value) (
        builtins.filter isOfFleet option.definitionsWithLocations
      );
    in
    map (
      {
        path,
        value,
        definitions,
      }:
      let
        name = lib.showOption path;
        json = builtins.toJSON (
          if builtins.elem name platforms then
            plain definitions
          else if name == "boot.kernelPackages" then
            plain value.kernel
          else
            plain value
        );
        found = builtins.tryEval json;
        below = lib.drop (builtins.length loc) path;
      in
      {
        inherit path name;
        isKnown = found.success || isWrong option.type below definitions;
        # Where something is wrong for certain, this is the error that says so.
        text = if found.success then found.value else json;
      }
    ) (leavesOf loc option.value said);

  all = builtins.partition (thing: thing.isKnown) (
    lib.concatMap thingsOf (
      builtins.filter (
        option:
        let
          loc = placeOf option;
        in
        builtins.head loc != "_module" && !(builtins.elem (lib.showOption loc) (passesOn ++ ofImages))
      ) defined
    )
  );
in
{
  things = all.right;
  unknown = map (thing: thing.name) all.wrong;
}
