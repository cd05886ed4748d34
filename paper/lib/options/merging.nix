# What definitions that count make together. Definitions are `{ file, value }`.
{ lib }:
let
  inherit (builtins)
    all
    concatLists
    concatStringsSep
    foldl'
    head
    isAttrs
    isBool
    isInt
    isList
    isString
    length
    tail
    ;
  inherit (lib.options) showDefs showOption;

  getValues = map (def: def.value);
  suggestion = "Use `lib.mkForce value` or `lib.mkDefault value` to change the priority on any of these definitions.\n";

  mergeUniqueOption =
    {
      message,
      merge ? _: defs: (head defs).value,
    }:
    loc: defs:
    if length defs == 1 then
      merge loc defs
    else
      assert length defs > 1;
      throw "The option `${showOption loc}' is defined multiple times while it's expected to be unique.\n${message}\nDefinition values:${showDefs defs}\n${suggestion}";

  mergeDefaultOption =
    loc: defs:
    let
      values = getValues defs;
      first = head values;
    in
    if length values == 1 then
      first
    else if all lib.isFunction values then
      argument: mergeDefaultOption loc (map (function: function argument) values)
    else if all isList values then
      concatLists values
    else if all isAttrs values then
      foldl' (left: right: left // right) { } values
    else if all isBool values then
      foldl' (left: right: left || right) false values
    else if all isString values then
      concatStringsSep "" values
    else if all isInt values && all (value: value == first) values then
      first
    else
      throw "Cannot merge definitions of `${showOption loc}'. Definition values:${showDefs defs}";
in
{
  inherit getValues mergeDefaultOption mergeUniqueOption;
  getFiles = map (def: def.file);

  # Looks at nothing within the value.
  mergeOneOption = mergeUniqueOption { message = ""; };

  mergeEqualOption =
    loc: defs:
    let
      first = head defs;
      equal =
        _: def:
        if def.value == first.value then
          first
        else
          throw "The option `${showOption loc}' has conflicting definition values:${
            showDefs [
              first
              def
            ]
          }\n${suggestion}";
    in
    if defs == [ ] then
      abort "This case should never happen."
    # A function equals nothing, not even itself.
    else if length defs == 1 then
      first.value
    else
      (lib.foldl' equal first (tail defs)).value;
}
