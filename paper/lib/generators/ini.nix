# Keys and values in sections: INI, and what Git and dconf make of it.
{ lib }:
let
  inherit (lib.generators)
    mkKeyValueDefault
    mkValueStringDefault
    toINI
    toKeyValue
    ;

  escapeBrackets = lib.escape [
    "["
    "]"
  ];

  # `[ { "a.b".c = 1; } ]` for `a.b.c = 1`: what has sections within sections, as sections of their own.
  asSections =
    path: value:
    if builtins.isAttrs value && !lib.isDerivation value then
      builtins.concatLists (lib.mapAttrsToList (name: asSections (path ++ [ name ])) value)
    else if builtins.length path > 1 then
      [ { ${lib.concatStringsSep "." (lib.init path)}.${lib.last path} = value; } ]
    else
      [ { ${builtins.head path} = value; } ];

  gitSectionName =
    name:
    let
      parts = lib.splitString "." name;
      below = builtins.tail parts;
    in
    if lib.hasInfix "\"" name || below == [ ] then
      name
    else
      "${builtins.head parts} \"${lib.concatStringsSep "." below}\"";

  gitValue =
    value:
    if builtins.isString value then
      "\"" + builtins.replaceStrings [ "\n" "\t" "\"" "\\" ] [ "\\n" "\\t" "\\\"" "\\\\" ] value + "\""
    else
      mkValueStringDefault { } value;

  gitLines =
    key: value:
    let
      line = mkKeyValueDefault { mkValueString = gitValue; } " = " key;
    in
    lib.concatMapStringsSep "\n" (each: "\t" + line each) (lib.toList value);
in
rec {
  toINI =
    {
      mkSectionName ? escapeBrackets,
      mkKeyValue ? mkKeyValueDefault { } "=",
      listsAsDuplicateKeys ? false,
    }:
    sections:
    let
      content = toKeyValue { inherit mkKeyValue listsAsDuplicateKeys; };
      section = name: values: "[${mkSectionName name}]\n" + content values;
    in
    lib.concatStringsSep "\n" (lib.mapAttrsToList section sections);

  toINIWithGlobalSection =
    {
      mkSectionName ? escapeBrackets,
      mkKeyValue ? mkKeyValueDefault { } "=",
      listsAsDuplicateKeys ? false,
    }:
    {
      globalSection,
      sections ? { },
    }:
    let
      start = toKeyValue { inherit mkKeyValue listsAsDuplicateKeys; } globalSection + "\n";
    in
    (if globalSection == { } then "" else start)
    + toINI { inherit mkSectionName mkKeyValue listsAsDuplicateKeys; } sections;

  toGitINI =
    set:
    toINI {
      mkSectionName = gitSectionName;
      mkKeyValue = gitLines;
    } (lib.foldl lib.recursiveUpdate { } (asSections [ ] set));

  mkDconfKeyValue = mkKeyValueDefault {
    mkValueString = value: toString (lib.gvariant.mkValue value);
  } "=";

  toDconfINI = toINI { mkKeyValue = mkDconfKeyValue; };
}
