# Definitions of options that no known module declares, where there are modules that nobody knows. A foreign module seldom adds
# to what a service or a program of nixpkgs has itself, so that what is misspelt there is found all the same.
{ lib }:
let
  inherit (builtins)
    any
    elem
    elemAt
    foldl'
    length
    partition
    ;

  # Sets of services and programs, where foreign modules do add some.
  gathering = [
    "desktopManager"
    "displayManager"
    "windowManager"
    "xserver"
  ];

  mayBeDeclared =
    path:
    length path < 3
    || !elem (elemAt path 0) [
      "services"
      "programs"
    ]
    || elem (elemAt path 1) gathering;
in
opaque: prefix: unmatched:
let
  everywhere = any (about: about.everywhere or false) opaque;
  parted = partition (
    definition: everywhere || prefix != [ ] || mayBeDeclared definition.prefix
  ) unmatched;
  unknown =
    definition:
    throw "unknown on paper: the option ${
      lib.options.showOption (prefix ++ definition.prefix)
    }, which may be one of ${(elemAt opaque 0).input}";
in
{
  refused = parted.wrong;
  config = foldl' (
    config: definition:
    lib.recursiveUpdate config (lib.setAttrByPath definition.prefix (unknown definition))
  ) { } parted.right;
}
