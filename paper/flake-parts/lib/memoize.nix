# Remembers what a function of a string gave, in a tree that is as deep as the string is long and grows as it is asked.
# Strings with other characters than names of systems have are not remembered, only computed.
{ lib }:
function:
let
  letters = lib.stringToCharacters "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.+";

  grow = prefix: {
    value = function prefix;
    next = lib.genAttrs letters (letter: grow (prefix + letter));
  };
  tree = grow "";
in
text:
let
  place = lib.foldl' (node: letter: if node == null then null else node.next.${letter} or null) tree (
    lib.stringToCharacters text
  );
in
if place == null then function text else place.value
