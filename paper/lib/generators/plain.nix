# Lines of `key=value`, and how values are written where a format says nothing of its own.
{ lib }:
let
  inherit (lib.generators) mkKeyValueDefault mkValueStringDefault toPretty;
in
{
  mkValueStringDefault =
    { }:
    value:
    let
      refuse =
        what: shown: abort "generators.mkValueStringDefault: ${what} not supported: ${toPretty { } shown}";
    in
    if lib.isDerivation value then
      toString value
    else
      {
        int = toString value;
        float = lib.strings.floatToString value;
        string = value;
        bool = lib.boolToString value;
        null = "null";
        list = refuse "lists" value;
        set = refuse "attrsets" value;
        lambda = refuse "functions" value;
        path = refuse "this value is" (toString value);
      }
      .${builtins.typeOf value};

  mkKeyValueDefault =
    {
      mkValueString ? mkValueStringDefault { },
    }:
    separator: key: value:
    lib.escape [ separator ] key + separator + "${mkValueString value}";

  toKeyValue =
    {
      mkKeyValue ? mkKeyValueDefault { } "=",
      listsAsDuplicateKeys ? false,
      indent ? "",
    }:
    let
      line = key: value: indent + mkKeyValue key value + "\n";
      lines =
        key: value:
        if listsAsDuplicateKeys && builtins.isList value then
          lib.concatMapStrings (line key) value
        else
          line key value;
    in
    set: lib.concatStrings (lib.mapAttrsToList lines set);
}
