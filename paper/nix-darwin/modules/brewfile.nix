# The lines of a Brewfile, which Homebrew reads as Ruby.
{ lib }:
let
  ruby =
    value:
    if builtins.isBool value then
      lib.boolToString value
    else if builtins.isString value then
      ''"${value}"''
    else if builtins.isList value then
      "[${lib.concatMapStringsSep ", " ruby value}]"
    else if builtins.isAttrs value then
      "{ ${
        lib.concatStringsSep ", " (lib.mapAttrsToList (name: value: "${name}: ${ruby value}") value)
      } }"
    else
      toString value;

  given =
    config:
    lib.mapAttrs (_: ruby) (
      lib.filterAttrsRecursive (
        name: value: name != "_module" && name != "brewfileLine" && value != null
      ) config
    );
  options =
    facts:
    lib.optionalString (facts != { })
      ", ${lib.concatStringsSep ", " (lib.mapAttrsToList (name: value: "${name}: ${value}") facts)}";
in
{
  tap =
    config:
    let
      facts = given config;
    in
    "tap ${facts.name}"
    + lib.optionalString (facts ? clone_target) ", ${facts.clone_target}"
    + lib.optionalString (facts ? force_auto_update) ", force_auto_update: ${facts.force_auto_update}";

  brew =
    config:
    let
      facts = given config;
    in
    "brew ${facts.name}"
    + options (
      removeAttrs facts [
        "name"
        "restart_service"
      ]
    )
    # a bool, or a word of Ruby
    +
      lib.optionalString (facts ? restart_service)
        ", restart_service: ${
          if builtins.isBool config.restart_service then
            facts.restart_service
          else
            ":${config.restart_service}"
        }";

  cask =
    config:
    let
      facts = given config;
    in
    "cask ${facts.name}" + options (removeAttrs facts [ "name" ]);
}
