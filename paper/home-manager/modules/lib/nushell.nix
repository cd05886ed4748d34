{ lib }:
let
  isInline = lib.isType "nushell-inline";

  # What a variable of Nushell cannot have in its name.
  isName = name: builtins.match "[$]?[^${lib.escapeRegex ".[({+-*^/=!<>&|"}]+" name != null;
in
rec {
  mkNushellInline = expr: lib.setType "nushell-inline" { inherit expr; };

  toNushell =
    {
      indent ? "",
      multiline ? true,
      asBindings ? false,
    }@args:
    value:
    let
      deeper = "${indent}    ";
      # Bindings are not nested in anything.
      print = toNushell (
        args
        // {
          indent = if asBindings then indent else deeper;
          asBindings = false;
        }
      );
      open = if multiline then "\n${deeper}" else " ";
      close = if multiline then "\n${indent}" else " ";
      between = lib.concatStringsSep open;
      badNames = lib.filter (name: !isName name) (lib.attrNames value);
    in
    if asBindings then
      assert lib.assertMsg (badNames == [ ])
        "Bad Nushell variable names: ${lib.generators.toPretty { } badNames}";
      lib.concatStrings (
        lib.mapAttrsToList (name: value: "${indent}let ${name} = ${print value}\n") value
      )
    else if value == null then
      "null"
    else if lib.isInt value || lib.isFloat value || lib.isString value || lib.isBool value then
      builtins.toJSON value
    else if lib.isList value then
      if value == [ ] then "[]" else "[${open}${between (map print value)}${close}]"
    else if !lib.isAttrs value then
      abort "nushell.toNushell: type ${lib.typeOf value} is unsupported"
    else if isInline value then
      "(${value.expr})"
    else if value == { } then
      "{}"
    else if lib.isDerivation value then
      toString value
    else
      "{${open}${
        between (lib.mapAttrsToList (name: value: "${builtins.toJSON name}: ${print value}") value)
      }${close}}";
}
