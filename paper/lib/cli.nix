# Command lines in the manner of GNU, made from sets.
{ lib }:
rec {
  toGNUCommandLineShell = options: set: lib.escapeShellArgs (toGNUCommandLine options set);

  toGNUCommandLine =
    {
      mkOptionName ? name: if builtins.stringLength name == 1 then "-${name}" else "--${name}",
      mkBool ? name: value: lib.optional value (mkOptionName name),
      mkList ? name: builtins.concatMap (mkOption name),
      mkOption ?
        name: value:
        let
          flag = mkOptionName name;
          text = lib.generators.mkValueStringDefault { } value;
        in
        if value == null then
          [ ]
        else if optionValueSeparator == null then
          [
            flag
            text
          ]
        else
          [ "${flag}${optionValueSeparator}${text}" ],
      optionValueSeparator ? null,
    }:
    let
      words =
        name: value:
        if builtins.isBool value then
          mkBool name value
        else if builtins.isList value then
          mkList name value
        else
          mkOption name value;
    in
    options: builtins.concatLists (lib.mapAttrsToList words options);
}
