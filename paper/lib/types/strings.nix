{
  lib,
  types,
  mkOptionType,
  defaultFunctor,
  optionDescriptionPhrase,
  ...
}:
let
  inherit (builtins) concatStringsSep isString match;
  inherit (lib.options) getValues mergeEqualOption;
  inherit (types) separatedString strMatching;
in
{
  str = mkOptionType {
    name = "str";
    description = "string";
    descriptionClass = "noun";
    check = isString;
    merge = mergeEqualOption;
  };

  nonEmptyStr = mkOptionType {
    name = "nonEmptyStr";
    description = "non-empty string";
    descriptionClass = "noun";
    check = value: isString value && match "[ \t\n]*" value == null;
    merge = mergeEqualOption;
  };

  # What it may end with is not a part of the value.
  singleLineStr = mkOptionType {
    name = "singleLineStr";
    description = "(optionally newline-terminated) single-line string";
    descriptionClass = "noun";
    inherit (strMatching "[^\n\r]*\n?") check;
    merge = loc: defs: lib.removeSuffix "\n" (mergeEqualOption loc defs);
  };

  strMatching =
    pattern:
    mkOptionType {
      name = "strMatching ${lib.strings.escapeNixString pattern}";
      description = "string matching the pattern ${pattern}";
      descriptionClass = "noun";
      check = value: isString value && match pattern value != null;
      merge = mergeEqualOption;
    };

  separatedString =
    separator:
    mkOptionType {
      name = "separatedString";
      description =
        if separator == "" then
          "Concatenated string"
        else
          "strings concatenated with ${builtins.toJSON separator}";
      descriptionClass = "noun";
      check = isString;
      merge = _: defs: concatStringsSep separator (getValues defs);
      functor = defaultFunctor "separatedString" // {
        payload = separator;
        binOp = left: right: if left == right then left else null;
      };
    };

  lines = separatedString "\n";
  commas = separatedString ",";
  envVar = separatedString ":";

  string =
    lib.warn
      "The type `types.string` is deprecated. See https://github.com/NixOS/nixpkgs/pull/66346 for better alternative types."
      (separatedString "" // { name = "string"; });

  # A field of a line of `/etc/passwd`.
  passwdEntry =
    type:
    types.addCheck type (value: !(lib.hasInfix ":" value || lib.hasInfix "\n" value))
    // {
      name = "passwdEntry ${type.name}";
      description = "${
        optionDescriptionPhrase (class: class == "noun") type
      }, not containing newlines or colons";
      descriptionClass = "nonRestrictiveClause";
    };
}
