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
    tryEval
    ;

  # The definitions inside of conditions and priorities.
  contents =
    definition:
    let
      kind = definition._type or null;
    in
    if kind == "if" then
      if definition.condition then contents definition.content else [ ]
    else if kind == "merge" then
      concatMap contents definition.contents
    else if kind == "override" || kind == "order" then
      contents definition.content
    else
      [ definition ];

  isPlainSet = value: isAttrs value && !(value ? outPath || value ? _type || value ? __functor);

  leavesOf =
    path: value: definitions:
    let
      said = tryEval (
        let
          found = concatMap contents definitions;
        in
        builtins.seq (builtins.length found) found
      );
      named = builtins.zipAttrsWith (_: list: list) said.value;
      isSet = tryEval (all isPlainSet said.value && isPlainSet value);
      meant = filter (
        name:
        tryEval (concatMap contents named.${name} != [ ]) != {
          success = true;
          value = false;
        }
      ) (attrNames named);
      isTakenApart =
        said.success && isSet.success && isSet.value && meant != [ ] && all (name: value ? ${name}) meant;
    in
    if isTakenApart then
      concatMap (name: leavesOf (path ++ [ name ]) value.${name} named.${name}) meant
    else if said.success && said.value == [ ] then
      [ ]
    else
      [
        {
          inherit path value;
          definitions = if said.success then said.value else definitions;
        }
      ];
in
leavesOf
