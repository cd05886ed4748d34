# One of several values, and values of one of several types.
{
  lib,
  types,
  mkOptionType,
  defaultFunctor,
  optionDescriptionPhrase,
  ...
}:
let
  inherit (builtins)
    all
    concatStringsSep
    elem
    elemAt
    foldl'
    head
    isBool
    isInt
    isString
    length
    tail
    toString
    typeOf
    ;
  inherit (lib.options) mergeEqualOption mergeOneOption;

  show =
    value:
    if isString value then
      ''"${value}"''
    else if isInt value then
      toString value
    else if isBool value then
      (if value then "true" else "false")
    else
      "<${typeOf value}>";
in
{
  # One without values is for modules that add theirs.
  enum =
    values:
    mkOptionType {
      name = "enum";
      description =
        if values == [ ] then
          "impossible (empty enum)"
        else if length values == 1 then
          "value ${show (head values)} (singular enum)"
        else
          "one of ${concatStringsSep ", " (map show values)}";
      descriptionClass = if length values < 2 then "noun" else "conjunction";
      check = value: elem value values;
      merge = mergeEqualOption;
      functor = defaultFunctor "enum" // {
        payload = values;
        binOp = left: right: lib.lists.unique (left ++ right);
      };
    };

  either =
    left: right:
    let
      isShort = class: class == "noun" || class == "conjunction";
      functor = defaultFunctor "either" // {
        wrapped = [
          left
          right
        ];
      };
    in
    mkOptionType {
      name = "either";
      description =
        if left.descriptionClass or null == "nonRestrictiveClause" then
          "${left.description}, or ${optionDescriptionPhrase isShort right}"
        else
          "${optionDescriptionPhrase isShort left} or ${
            optionDescriptionPhrase (class: isShort class || class == "composite") right
          }";
      descriptionClass = "conjunction";
      check = value: left.check value || right.check value;
      merge =
        loc: defs:
        if all (def: left.check def.value) defs then
          left.merge loc defs
        else if all (def: right.check def.value) defs then
          right.merge loc defs
        else
          mergeOneOption loc defs;
      typeMerge =
        other:
        let
          mergedLeft = left.typeMerge (elemAt other.wrapped 0).functor;
          mergedRight = right.typeMerge (elemAt other.wrapped 1).functor;
        in
        if other.name == "either" && mergedLeft != null && mergedRight != null then
          functor.type mergedLeft mergedRight
        else
          null;
      inherit functor;
      nestedTypes = { inherit left right; };
    };

  oneOf =
    list:
    if list == [ ] then
      throw "types.oneOf needs to get at least one type in its argument"
    else
      foldl' types.either (head list) (tail list);
}
