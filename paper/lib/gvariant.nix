# Values of GVariant, and how they are written.
{ lib }:
let
  inherit (lib) concatMapStringsSep escape;

  type = {
    string = "s";
    boolean = "b";
    uchar = "y";
    int16 = "n";
    uint16 = "q";
    int32 = "i";
    uint32 = "u";
    int64 = "x";
    uint64 = "t";
    double = "d";
    variant = "v";
    arrayOf = element: "a${element}";
    maybeOf = element: "m${element}";
    tupleOf = elements: "(${lib.concatStrings elements})";
    dictionaryEntryOf = name: value: "{${name}${value}}";
  };

  # `write` makes a text of the finished value.
  variantOf = write: type: value: {
    _type = "gvariant";
    inherit type value;
    __toString = write;
  };
  typed = write: variantOf (self: "@${self.type} ${write self.value}");
  bare = write: variantOf (self: write self.value);
  commaSeparated = concatMapStringsSep "," toString;

  limits = constructor: type: min: max: {
    name = constructor;
    inherit type min max;
  };
in
rec {
  inherit type;

  isGVariant = value: value._type or "" == "gvariant";

  # Without a limit where Nix has no such number.
  intConstructors = [
    (limits "mkInt32" type.int32 (-2147483648) 2147483647)
    (limits "mkUint32" type.uint32 0 4294967295)
    (limits "mkInt64" type.int64 null null)
    (limits "mkUint64" type.uint64 0 null)
    (limits "mkInt16" type.int16 (-32768) 32767)
    (limits "mkUint16" type.uint16 0 65535)
    (limits "mkUchar" type.uchar 0 255)
  ];

  mkInt32 = bare toString type.int32;
  mkUint32 = typed toString type.uint32;
  mkInt64 = typed toString type.int64;
  mkUint64 = typed toString type.uint64;
  mkInt16 = typed toString type.int16;
  mkUint16 = typed toString type.uint16;
  mkUchar = typed toString type.uchar;
  mkDouble = bare toString type.double;
  mkBoolean = bare (value: if value then "true" else "false") type.boolean;
  mkString = bare (
    value: "'${builtins.replaceStrings [ "\n" ] [ "\\n" ] (escape [ "'" "\\" ] value)}'"
  ) type.string;
  mkObjectpath = bare (value: "objectpath '${escape [ "'" ] value}'") type.string;

  mkValue =
    value:
    let
      fits = { min, max, ... }: (min == null || min <= value) && (max == null || value <= max);
      choice = { name, type, ... }: "- `lib.gvariant.${name}` for `${type}`";
    in
    if builtins.isBool value then
      mkBoolean value
    else if builtins.isFloat value then
      mkDouble value
    else if builtins.isString value then
      mkString value
    else if builtins.isList value then
      mkArray value
    else if isGVariant value then
      value
    else if builtins.isInt value then
      throw ''
        The GVariant type for number “${toString value}” is unclear.
        Please wrap the value with one of the following, depending on the value type in GSettings schema:

        ${concatMapStringsSep "\n" choice (builtins.filter fits intConstructors)}
      ''
    else if builtins.isAttrs value then
      throw "Cannot construct GVariant value from an attribute set. If you want to construct a dictionary, you will need to create an array containing items constructed with `lib.gvariant.mkDictionaryEntry`."
    else
      throw "The GVariant type of “${builtins.typeOf value}” can't be inferred.";

  mkArray =
    elements:
    let
      values = map mkValue (
        if elements == [ ] then throw "Please create empty array with mkEmptyArray." else elements
      );
      first = (builtins.head values).type;
      element =
        if builtins.all (value: first == value.type) values then
          first
        else
          throw "Elements in a list should have same type.";
    in
    typed (list: "[${commaSeparated list}]") (type.arrayOf element) values;

  mkEmptyArray = element: typed (_: "[]") (type.arrayOf element) [ ];

  mkVariant = value: bare (inner: "<${toString inner}>") type.variant (mkValue value);

  mkDictionaryEntry =
    name: value:
    let
      key = mkValue name;
      entry = mkValue value;
    in
    typed (_: "{${key},${entry}}") (type.dictionaryEntryOf key.type entry.type) {
      inherit name value;
    };

  mkMaybe =
    element:
    variantOf (
      self: if self.value == null then "@${self.type} nothing" else "just ${toString self.value}"
    ) (type.maybeOf element);
  mkNothing = element: mkMaybe element null;
  mkJust =
    value:
    let
      inner = mkValue value;
    in
    mkMaybe inner.type inner;

  mkTuple =
    elements:
    let
      values = map mkValue elements;
    in
    typed (list: "(${commaSeparated list})") (type.tupleOf (map (value: value.type) values)) values;
}
