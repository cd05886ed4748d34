# The error for a definition that belongs to no option.
{ lib }:
let
  inherit (builtins) addErrorContext attrNames;
  inherit (lib.options) showDefs showOption;
in
prefix: options: definition:
let
  name = showOption (prefix ++ definition.prefix);
  values =
    addErrorContext
      "while evaluating the error message for definitions for `${name}', which is an option that does not exist"
      (
        addErrorContext "while evaluating a definition from `${definition.file}'" (showDefs [ definition ])
      );
  message = "The option `${name}' does not exist. Definition values:${values}";
in
# Where nothing at all is declared, the options were most likely written in the wrong place.
if attrNames options != [ "_module" ] then
  throw message
else if prefix == [ ] then
  throw ''
    ${message}

    It seems as if you're trying to declare an option by placing it into `config' rather than `options'!
  ''
else
  throw ''
    ${message}

    However there are no options defined in `${showOption prefix}'. Are you sure you've
    declared your options properly? This can happen if you e.g. declared your options in `types.submodule'
    under `config' rather than `options'.
  ''
