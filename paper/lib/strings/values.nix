# Texts for values, and values for texts.
{ lib }:
let
  inherit (builtins)
    elem
    fromJSON
    isInt
    isPath
    isString
    match
    stringLength
    substring
    typeOf
    ;

  # The digits are the group of `pattern`; `early` may know a number for them.
  integerOf =
    name: pattern: early:
    let
      find = match "[[:space:]]*${pattern}[[:space:]]*";
    in
    text:
    let
      matched = find text;
      digits = builtins.head matched;
      number = fromJSON digits;
      refused = throw "${name}: Could not convert ${lib.strings.escapeNixString text} to int.";
    in
    if matched == null then refused else early text digits (if isInt number then number else refused);
in
rec {
  toInt = integerOf "toInt" "(-?[[:digit:]]+)" (
    text: digits: number:
    if match "0[[:digit:]]+" digits == null then
      number
    else
      throw "toInt: Ambiguity in interpretation of ${lib.strings.escapeNixString text} between octal and zero padded integer."
  );

  toIntBase10 = integerOf "toIntBase10" "0*(-?[[:digit:]]+)" (
    _: digits: number:
    if match "0+" digits == null then number else 0
  );

  fixedWidthString =
    width: filler: text:
    let
      length = stringLength text;
      filled = filler + fixedWidthString (width - stringLength filler) filler text;
    in
    assert lib.assertMsg (length <= width)
      "fixedWidthString: requested string length (${toString width}) must not be shorter than actual length (${toString length})";
    if length == width then text else filled;

  fixedWidthNumber = width: number: fixedWidthString width "0" (toString number);

  floatToString =
    number:
    let
      text = toString number;
    in
    if number == fromJSON text then
      text
    else
      lib.warn "Imprecise conversion from float to string ${text}" text;

  isStringLike = value: isString value || isPath value || value ? outPath || value ? __toString;

  isConvertibleWithToString =
    value:
    isStringLike value
    || elem (typeOf value) [
      "null"
      "int"
      "float"
      "bool"
    ]
    || builtins.isList value && builtins.all isConvertibleWithToString value;

  isCoercibleToString =
    lib.warnIf (lib.oldestSupportedReleaseIsAtLeast 2305)
      "lib.strings.isCoercibleToString is deprecated in favor of either isStringLike or isConvertibleWithToString. Only use the latter if it needs to return true for null, numbers, booleans and list of similarly coercibles."
      isConvertibleWithToString;

  isStorePath =
    value:
    isStringLike value
    && (
      let
        text = toString value;
      in
      substring 0 1 text == "/" && dirOf text == builtins.storeDir
    );
}
