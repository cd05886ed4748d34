# Values of Lua, with expressions of Lua in them where one wants.
{ lib }:
let
  mkLuaInline = expr: {
    _type = "lua-inline";
    inherit expr;
  };

  isName =
    name: builtins.match "[[:alpha:]_][[:alnum:]_]*(\\.[[:alpha:]_][[:alnum:]_]*)*" name != null;

  toLua =
    {
      multiline ? true,
      indent ? "",
      asBindings ? false,
    }:
    let
      table =
        indent: items:
        let
          before = if multiline then "\n${indent}  " else " ";
          after = if multiline then "\n${indent}" else " ";
        in
        "{" + before + lib.concatStringsSep ",${before}" items + after + "}";

      set =
        indent: value:
        if value._type or null == "lua-inline" then
          "(${value.expr})"
        else if value == { } then
          "{}"
        else if lib.isDerivation value then
          "\"${toString value}\""
        else
          table indent (
            lib.mapAttrsToList (name: each: "[${builtins.toJSON name}] = ${show "${indent}  " each}") value
          );

      show =
        indent: value:
        let
          literal = builtins.toJSON value;
        in
        {
          null = "nil";
          int = literal;
          float = literal;
          string = literal;
          bool = literal;
          list = if value == [ ] then "{}" else table indent (map (show "${indent}  ") value);
          set = set indent value;
        }
        .${builtins.typeOf value}
        or (abort "generators.toLua: type ${builtins.typeOf value} is unsupported");

      bindings =
        set:
        let
          bad = builtins.filter (name: !isName name) (builtins.attrNames set);
        in
        assert lib.assertMsg (bad == [ ]) "Bad Lua var names: ${lib.generators.toPretty { } bad}";
        lib.concatStrings (
          lib.mapAttrsToList (name: value: "${indent}${name} = ${show indent value}\n") set
        );
    in
    if asBindings then bindings else show indent;
in
{
  inherit mkLuaInline toLua;
}
