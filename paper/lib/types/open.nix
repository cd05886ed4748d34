# Values of any shape.
{
  lib,
  types,
  mkOptionType,
  ...
}:
let
  inherit (builtins)
    foldl'
    head
    isAttrs
    typeOf
    ;
  inherit (lib.options)
    getFiles
    mergeEqualOption
    mergeOneOption
    showFiles
    showOption
    ;
  inherit (types) anything;

  kindOf = value: if isAttrs value && lib.strings.isStringLike value then "package" else typeOf value;

  # Only sets and functions are merged. Anything else has to be the same everywhere.
  mergers = {
    set = (types.attrsOf anything).merge;
    package = mergeOneOption;
    lambda =
      loc: defs: argument:
      anything.merge (loc ++ [ "<function body>" ]) (
        map (def: {
          inherit (def) file;
          value = def.value argument;
        }) defs
      );
  };
in
{
  anything = mkOptionType {
    name = "anything";
    description = "anything";
    descriptionClass = "noun";
    merge =
      loc: defs:
      let
        kind = foldl' (
          kind: def:
          if kindOf def.value == kind then
            kind
          else
            throw "The option `${showOption loc}' has conflicting option types in ${showFiles (getFiles defs)}"
        ) (kindOf (head defs).value) defs;
      in
      (mergers.${kind} or mergeEqualOption) loc defs;
  };

  # Of an attribute that several define one definition is taken.
  attrs = mkOptionType {
    name = "attrs";
    description = "attribute set";
    check = isAttrs;
    merge = _: foldl' (value: def: value // def.value) { };
    emptyValue = {
      value = { };
    };
  };
}
