# A value as one would write it in Nix, as far as that is possible. What is no value of a literal is written in `<>`.
{ lib }:
{
  toPretty =
    {
      allowPrettyValues ? false,
      multiline ? true,
      indent ? "",
    }:
    let
      # every item on a line of its own, or all in one
      within =
        indent: open: close: items:
        let
          before = if multiline then "\n${indent}  " else " ";
          after = if multiline then "\n${indent}" else " ";
        in
        open + before + lib.concatStringsSep before items + after + close;

      # Contexts of texts are lost here, as they are there.
      linesOf = text: builtins.filter builtins.isString (builtins.split "\n" text);

      quoted =
        lines:
        "\"${
          lib.concatMapStringsSep "\\n" (lib.escape [
            "\\"
            "\""
            "\${"
          ]) lines
        }\"";

      # The text ends on the line of the closing quotes, unless it ends with a line break.
      indented =
        indent: lines:
        let
          escaped = map (builtins.replaceStrings [ "\${" "''" ] [ "''\${" "'''" ]) lines;
          end = lib.last escaped;
          before = "\n${indent}  ";
        in
        "''"
        + before
        + lib.concatStringsSep before (lib.init escaped)
        + (if end == "" then "\n${indent}" else before + end)
        + "''";

      text =
        indent: value:
        let
          lines = linesOf value;
        in
        if multiline && builtins.length lines > 1 then indented indent lines else quoted lines;

      function =
        value:
        let
          arguments = lib.functionArgs value;
          names = lib.mapAttrsToList (name: isOptional: if isOptional then "${name}?" else name) arguments;
        in
        if arguments == { } then "<function>" else "<function, args: {${lib.concatStringsSep ", " names}}>";

      set =
        indent: value:
        let
          binding =
            name: each:
            "${lib.strings.escapeNixIdentifier name} = ${builtins.addErrorContext "while evaluating an attribute `${name}`" (show "${indent}  " each)};";
        in
        if allowPrettyValues && value ? __pretty && value ? val then
          value.__pretty value.val
        else if value == { } then
          "{ }"
        else if value ? type && value.type == "derivation" then
          "<derivation ${value.name or "???"}>"
        else
          within indent "{" "}" (lib.mapAttrsToList binding value);

      show =
        indent: value:
        {
          int = toString value;
          # `toString` would round
          float = builtins.toJSON value;
          string = text indent value;
          bool = lib.boolToString value;
          null = "null";
          path = toString value;
          list = if value == [ ] then "[ ]" else within indent "[" "]" (map (show "${indent}  ") value);
          lambda = function value;
          set = if lib.isFunction value then function value else set indent value;
        }
        .${builtins.typeOf value};
    in
    show indent;
}
