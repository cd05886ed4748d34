# Functions of packages, called with those arguments that a set of packages has.
{ lib }:
let
  inherit (lib) isFunction functionArgs makeOverridable;

  functionOf = function: if isFunction function then function else import function;

  suggestions =
    names: name:
    map (each: "\"${each}\"") (
      lib.take 3 (
        lib.sortOn (lib.strings.levenshtein name) (
          builtins.filter (lib.strings.levenshteinAtMost 2 name) names
        )
      )
    );

  didYouMean =
    found:
    if found == [ ] then
      ""
    else if builtins.length found == 1 then
      ", did you mean ${builtins.head found}?"
    else
      ", did you mean ${lib.concatStringsSep ", " (lib.init found)} or ${lib.last found}?";

  # where a function asks for an argument
  placeOf =
    function: name:
    let
      position = builtins.unsafeGetAttrPos name (functionArgs (functionOf function));
    in
    if position != null then
      "${position.file}:${toString position.line}"
    else if isFunction function then
      "<unknown location>"
    else
      toString function + lib.optionalString (lib.pathIsDirectory function) "/default.nix";
in
{
  callPackageWith =
    available: function: given:
    let
      callee = functionOf function;
      wanted = functionArgs callee;
      arguments = builtins.intersectAttrs wanted available // given;
      missing = builtins.filter (name: !wanted.${name} && !(arguments ? ${name})) (
        builtins.attrNames wanted
      );
      name = builtins.head missing;
      hint = didYouMean (suggestions (builtins.attrNames (available // given)) name);
    in
    if missing == [ ] then
      makeOverridable callee arguments
    else
      abort "lib.customisation.callPackageWith: Function called without required argument \"${name}\" at ${placeOf function name}${hint}";

  callPackagesWith =
    available: function: given:
    let
      callee = functionOf function;
      arguments = builtins.intersectAttrs (functionArgs callee) available // given;
      made = callee arguments;
      # each of the packages can be overridden on its own
      pick = name: lib.mirrorFunctionArgs callee (arguments: (callee arguments).${name});
    in
    if lib.isDerivation made then
      throw "function `callPackages` was called on a *single* derivation \"${made.name or "<unknown-name>"}\"; did you mean to use `callPackage` instead?"
    else
      builtins.mapAttrs (name: _: makeOverridable (pick name) arguments) made;
}
