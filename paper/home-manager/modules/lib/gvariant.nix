# Values of GVariant with their types, printed as dconf reads them.
{ lib }:
let
  type = {
    arrayOf = element: "a${element}";
    maybeOf = element: "m${element}";
    tupleOf = elements: "(${lib.concatStrings elements})";
    dictionaryEntryOf = elements: "{${lib.concatStrings elements}}";
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
  };

  value = type: print: value: {
    _type = "gvariant";
    inherit type value;
    __toString = print;
  };
  # with its type in front of it
  typed = type: value type (self: "@${self.type} ${toString self.value}");
  plain = type: value type (self: toString self.value);
  list =
    open: close: self:
    "@${self.type} ${open}${lib.concatMapStringsSep "," toString self.value}${close}";
  typesOf = map (value: value.type);

  # An empty text stands for a type that is not known.
  typeOf =
    value:
    if builtins.isBool value then
      type.boolean
    else if builtins.isInt value then
      type.int32
    else if builtins.isFloat value then
      type.double
    else if builtins.isString value then
      type.string
    else if builtins.isList value then
      let
        element = elementTypeOf value;
      in
      if element == "" then "" else type.arrayOf element
    else
      value.type or "";
  elementTypeOf = values: if values == [ ] then "" else typeOf (lib.head values);
in
rec {
  inherit type typeOf;

  isGVariant = value: value._type or "" == "gvariant";
  isArray = lib.hasPrefix "a";
  isDictionaryEntry = lib.hasPrefix "{";
  isMaybe = lib.hasPrefix "m";
  isTuple = lib.hasPrefix "(";

  # null for what has no counterpart
  mkValue =
    value:
    if builtins.isBool value then
      mkBoolean value
    else if builtins.isInt value then
      mkInt32 value
    else if builtins.isFloat value then
      mkDouble value
    else if builtins.isString value then
      mkString value
    else if builtins.isList value then
      mkArray (if value == [ ] then type.string else elementTypeOf value) value
    else if builtins.isAttrs value && isGVariant value then
      value
    else
      null;

  mkArray = element: values: value (type.arrayOf element) (list "[" "]") (map mkValue values);
  mkEmptyArray = element: mkArray element [ ];

  mkTuple =
    values:
    let
      elements = map mkValue values;
    in
    value (type.tupleOf (typesOf elements)) (list "(" ")") elements;
  mkDictionaryEntry =
    values:
    let
      elements = map mkValue values;
    in
    value (type.dictionaryEntryOf (typesOf elements)) (list "{" "}") elements;

  mkVariant =
    given: value type.variant (self: "@${self.type} <${toString self.value}>") (mkValue given);

  mkNothing = element: value (type.maybeOf element) (self: "@${self.type} nothing") null;
  mkJust =
    given:
    let
      element = mkValue given;
    in
    value (type.maybeOf element.type) (
      self: if self.value == null then "@${self.type} nothing" else "just ${toString self.value}"
    ) element;

  mkBoolean = value type.boolean (self: lib.boolToString self.value);
  mkString = value type.string (
    self: "'${lib.replaceStrings [ "\n" ] [ "\\n" ] (lib.escape [ "'" "\\" ] self.value)}'"
  );
  mkObjectpath = value type.string (self: "objectpath '${lib.escape [ "'" ] self.value}'");
  mkUchar = typed type.uchar;
  mkInt16 = typed type.int16;
  mkUint16 = typed type.uint16;
  mkInt32 = plain type.int32;
  mkUint32 = typed type.uint32;
  mkInt64 = typed type.int64;
  mkUint64 = typed type.uint64;
  mkDouble = plain type.double;
}
