# What definitions say, thing by thing: where all of them are sets and the value is one, each attribute that one of them has
# is a thing of its own. So a user that only has a name and a shell is these two, and not all that a user could have.
{ lib }:
let
  inherit (builtins)
    all
    attrNames
    concatMap
    filter
    isAttrs
    length
    mapAttrs
    seq
    tryEval
    zipAttrsWith
    ;

  contents = import ./contents.nix;

  # What definitions say, if that is known: a condition may not be.
  said =
    definitions:
    tryEval (
      let
        found = concatMap contents definitions;
      in
      seq (length found) found
    );

  isPlainSet = value: isAttrs value && !(value ? outPath || value ? _type || value ? __functor);

  leavesOf =
    path: value: definitions: known:
    let
      sets = known.value;
      isSet = tryEval (all isPlainSet sets && isPlainSet value);
      byName =
        if length sets == 1 then
          mapAttrs (_: definition: [ definition ]) (builtins.head sets)
        else
          zipAttrsWith (_: list: list) sets;
      saidByName = mapAttrs (_: said) byName;
      # Those of which something is said, or may be.
      names = filter (name: saidByName.${name}.value != [ ]) (attrNames byName);
    in
    if known.success && sets == [ ] then
      [ ]
    else if
      known.success && isSet.success && isSet.value && byName != { } && all (name: value ? ${name}) names
    then
      concatMap (name: leavesOf (path ++ [ name ]) value.${name} byName.${name} saidByName.${name}) names
    else
      [
        {
          inherit path value;
          definitions = if known.success then sets else definitions;
        }
      ];
in
path: value: definitions:
leavesOf path value definitions (said definitions)
