# How many characters must be put in, left out or replaced to make one text of another.
{ lib }:
let
  inherit (builtins) genList stringLength substring;
  inherit (lib) min;
  inherit (lib.strings) commonPrefixLength commonSuffixLength;
in
rec {
  # Row by row: a row has the distances of a beginning of `left` from all beginnings of `right`.
  levenshtein =
    left: right:
    let
      characters = lib.stringToCharacters right;
      nextRow =
        row: n:
        let
          character = substring n 1 left;
          above = builtins.elemAt row;
        in
        builtins.foldl' (
          made: other:
          let
            column = builtins.length made;
            replaced = above (column - 1) + (if other == character then 0 else 1);
            leftOut = above column + 1;
            putIn = lib.last made + 1;
            least = min replaced (min leftOut putIn);
          in
          builtins.seq least (made ++ [ least ])
        ) [ (n + 1) ] characters;
      firstRow = genList lib.id (stringLength right + 1);
    in
    builtins.seq firstRow (
      lib.last (builtins.foldl' nextRow firstRow (genList lib.id (stringLength left)))
    );

  # What both have in common at their beginnings and ends costs nothing.
  levenshteinAtMost =
    limit: left: right:
    let
      lengths = stringLength left + stringLength right;
      shorter = min (stringLength left) (stringLength right);
      beginning = commonPrefixLength left right;
      end = min (commonSuffixLength left right) (shorter - beginning);
      between = text: substring beginning (stringLength text - beginning - end) text;
    in
    if limit <= 0 then
      left == right
    else
      lengths - 2 * shorter <= limit && levenshtein (between left) (between right) <= limit;
}
