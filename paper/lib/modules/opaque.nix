# Definitions of options that no known module declares, where there are modules that nobody knows. A foreign module seldom adds
# to what a service or a program of nixpkgs has itself, so that what is misspelt there is found all the same.
{ lib }:
let
  inherit (builtins)
    any
    elem
    elemAt
    filter
    length
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
if prefix != [ ] || any (about: about.everywhere or false) opaque then
  [ ]
else
  filter (definition: !mayBeDeclared definition.prefix) unmatched
