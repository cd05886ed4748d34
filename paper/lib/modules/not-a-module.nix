# The message for a value in the place of a module that is a different kind of thing.
{ lib }:
let
  inherit (lib.options) unknownModule;
  escape = builtins.fromJSON ''"\u001b"'';
  coloured = code: text: "${escape}[${code}m${text}${escape}[0m";
  wrong = coloured "1;35";
  right = coloured "1;32";
  code = coloured "1";

  configuration = [
    "If you really mean to import this configuration, instead please only import the modules that make up the configuration."
    "You may have to create a `let` binding, file or attribute to give yourself access to the relevant modules."
    "While loading a configuration into the module system is a very sensible idea, it can not be done cleanly in practice."
  ];
  flake =
    class:
    [
      "Perhaps you forgot to select an attribute name?"
      "Instead of, for example,"
      "    ${wrong "inputs.someflake"}"
      "you need to write something like"
      "    ${wrong "inputs.someflake"}${
            right (if class == null then ".modules.someApp.default" else ".modules.${class}.default")
          }"
    ]
    ++ (
      if class == "nixos" || class == "darwin" then
        [
          "or"
          "    ${wrong "inputs.someflake"}${right ".${class}Modules.default"}"
        ]
      else
        [ ]
    );
in
class: file: kind:
let
  into =
    if file != null && file != unknownModule then
      ", while trying to load a module into ${toString file}"
    else
      "";
  remedy =
    if kind == "configuration" then
      configuration
    else if kind == "flake" then
      flake class
    else
      [ ];
  lines = [
    "Expected a module, but found a value of type ${wrong (lib.strings.escapeNixString kind)}${into}."
    "A module is typically loaded by adding it the ${code "imports = [ ... ];"} attribute of an existing module, or in the ${code "modules = [ ... ];"} argument of various functions."
    "Please make sure that each of the list items is a module, and not a different kind of value."
  ];
in
builtins.concatStringsSep "\n" (if remedy == [ ] then lines else lines ++ [ "" ] ++ remedy)
