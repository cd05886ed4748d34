# The configuration files of soju, kanshi and their kin: https://git.sr.ht/~emersion/scfg
{ lib }:
let
  inherit (builtins) typeOf;
  reserved = [
    ''"''
    "\\"
    "\r"
    "\n"
    "\t"
  ];
  escaped = lib.replaceStrings reserved [
    ''\"''
    "\\\\"
    "\\r"
    "\\n"
    "\\t"
  ];
  needsQuotes =
    text:
    text == ""
    || lib.any (char: lib.hasInfix char text) (
      reserved
      ++ [
        " "
        "'"
        "{"
        "}"
      ]
    );

  literal =
    value:
    lib.throwIfNot
      (lib.elem (typeOf value) [
        "int"
        "float"
        "string"
        "bool"
      ])
      "Cannot convert value of type ${typeOf value} to SCFG literal."
      (
        if builtins.isBool value then
          lib.boolToString value
        else if builtins.isString value && needsQuotes value then
          ''"${escaped value}"''
        else
          toString value
      );
  words = lib.concatMapStrings (value: " ${literal value}");

  directives =
    set:
    lib.mapAttrsToList directive (
      lib.filterAttrs (name: value: value != null && name != "_params") set
    );
  indented =
    lines:
    lib.concatMapStringsSep "\n" (line: "\t${line}") (
      lib.splitString "\n" (lib.concatStringsSep "\n" lines)
    );

  directive =
    name: value:
    lib.throwIf (name == "") "Directive must not be empty" (
      if builtins.isAttrs value then
        "${name}${words (value._params or [ ])} {\n${indented (directives value)}\n}"
      else if builtins.isList value then
        "${name}${words value}"
      else if builtins.isFunction value || builtins.isPath value || value == null then
        throw ''
          Cannot convert type `(${typeOf value})` to SCFG:
            ${name} = ${toString value}
        ''
      else
        "${name} ${literal value}"
    );
in
attrs: lib.optionalString (attrs != { }) (lib.concatStringsSep "\n" (directives attrs) + "\n")
