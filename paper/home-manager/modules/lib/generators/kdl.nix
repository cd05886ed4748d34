# KDL documents, as zellij reads them.
{ lib }:
let
  inherit (builtins) typeOf;

  literal =
    value:
    lib.throwIfNot
      (lib.elem (typeOf value) [
        "int"
        "float"
        "string"
        "bool"
        "null"
      ])
      "Cannot convert value of type ${typeOf value} to KDL literal."
      (
        if value == null then
          "null"
        else if builtins.isBool value then
          lib.boolToString value
        else if builtins.isString value then
          ''"${lib.replaceStrings [ "\n" ''"'' ] [ "\\n" ''\"'' ] value}"''
        else
          toString value
      );

  # Nodes may have several lines each.
  indented =
    nodes:
    lib.concatMapStringsSep "\n" (line: "\t${line}") (
      lib.splitString "\n" (lib.concatStringsSep "\n" nodes)
    );
  block = head: nodes: "${head}{\n${indented nodes}\n}";
  words = lib.concatMapStrings (word: "${word} ");

  ofSet =
    name: set:
    let
      arguments = words (map literal (set._args or [ ]));
      properties = words (
        lib.mapAttrsToList (name: value: "${name}=${literal value}") (set._props or { })
      );
      children = removeAttrs set [
        "_args"
        "_props"
      ];
    in
    block "${name} ${arguments}${properties}" (lib.mapAttrsToList node children);

  ofList =
    name: list:
    if lib.any (value: builtins.isList value || builtins.isAttrs value) list then
      block "${name} " (map (node "-") list)
    else
      "${name} ${lib.concatMapStringsSep " " literal list}";

  node =
    name: value:
    if builtins.isAttrs value then
      ofSet name value
    else if builtins.isList value then
      ofList name value
    else if builtins.isFunction value || builtins.isPath value then
      throw ''
        Cannot convert type `(${typeOf value})` to KDL:
          ${name} = ${toString value}
      ''
    else
      "${name} ${literal value}";
in
attrs: lib.concatStringsSep "\n" (lib.mapAttrsToList node attrs) + "\n"
