# Values without parts, and values of which nothing is known.
{ lib, mkOptionType, ... }:
let
  inherit (builtins) foldl' isBool;
  inherit (lib.options) mergeEqualOption mergeOneOption;
in
{
  bool = mkOptionType {
    name = "bool";
    description = "boolean";
    descriptionClass = "noun";
    check = isBool;
    merge = mergeEqualOption;
  };

  boolByOr = mkOptionType {
    name = "boolByOr";
    description = "boolean (merged using or)";
    descriptionClass = "noun";
    check = isBool;
    merge = _: foldl' (value: def: value || def.value) false;
  };

  raw = mkOptionType {
    name = "raw";
    description = "raw value";
    descriptionClass = "noun";
    merge = mergeOneOption;
  };

  unspecified = mkOptionType {
    name = "unspecified";
    description = "unspecified value";
    descriptionClass = "noun";
  };

  # A type as a value. Several are merged as those of several declarations of an option are.
  optionType = mkOptionType {
    name = "optionType";
    description = "optionType";
    descriptionClass = "noun";
    check = value: value._type or null == "option-type";
    merge =
      loc: defs:
      let
        inherit (lib.modules) fixupOptionType mergeOptionDecls;
        declare =
          { file, value }:
          {
            _file = file;
            pos = null;
            options = lib.options.mkOption { type = value; };
          };
      in
      if builtins.length defs == 1 then
        (builtins.head defs).value
      else
        (fixupOptionType loc (mergeOptionDecls loc (map declare defs))).type;
  };
}
