{
  lib,
  types,
  mkOptionType,
  ...
}:
let
  inherit (builtins)
    isFloat
    isInt
    toJSON
    toString
    ;
  inherit (lib.options) mergeEqualOption;
  inherit (types) addCheck int number;

  clause = "nonRestrictiveClause";
  isWithin =
    lowest: highest: value:
    value >= lowest && value <= highest;
  bounds =
    show: lowest: highest:
    "${show lowest} and ${show highest} (both inclusive)";

  between =
    lowest: highest:
    assert lib.assertMsg (lowest <= highest) "ints.between: lowest must be smaller than highest";
    addCheck int (isWithin lowest highest)
    // {
      name = "intBetween";
      description = "integer between ${bounds toString lowest highest}";
    };

  sized =
    kind: name: bits: lowest: highest:
    between lowest highest
    // {
      name = "${name}${toString bits}";
      description = "${toString bits} bit ${kind} integer; between ${bounds toString lowest highest}";
    };
  unsigned = bits: sized "unsigned" "unsignedInt" bits 0;
  signed = bits: highest: sized "signed" "signedInt" bits (-1 - highest) highest;
in
{
  int = mkOptionType {
    name = "int";
    description = "signed integer";
    descriptionClass = "noun";
    check = isInt;
    merge = mergeEqualOption;
  };

  ints = {
    inherit between;
    unsigned = addCheck int (value: value >= 0) // {
      name = "unsignedInt";
      description = "unsigned integer, meaning >=0";
      descriptionClass = clause;
    };
    positive = addCheck int (value: value > 0) // {
      name = "positiveInt";
      description = "positive integer, meaning >0";
      descriptionClass = clause;
    };
    u8 = unsigned 8 255;
    u16 = unsigned 16 65535;
    u32 = unsigned 32 4294967295;
    s8 = signed 8 127;
    s16 = signed 16 32767;
    s32 = signed 32 2147483647;
  };

  port = types.ints.u16;

  float = mkOptionType {
    name = "float";
    description = "floating point number";
    descriptionClass = "noun";
    check = isFloat;
    merge = mergeEqualOption;
  };

  number = types.either int types.float;

  numbers = {
    between =
      lowest: highest:
      assert lib.assertMsg (lowest <= highest) "numbers.between: lowest must be smaller than highest";
      addCheck number (isWithin lowest highest)
      // {
        name = "numberBetween";
        description = "integer or floating point number between ${bounds toJSON lowest highest}";
      };
    nonnegative = addCheck number (value: value >= 0) // {
      name = "numberNonnegative";
      description = "nonnegative integer or floating point number, meaning >=0";
      descriptionClass = clause;
    };
    positive = addCheck number (value: value > 0) // {
      name = "numberPositive";
      description = "positive integer or floating point number, meaning >0";
      descriptionClass = clause;
    };
  };
}
