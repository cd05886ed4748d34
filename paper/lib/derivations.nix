# Derivations.
{ lib }:
let
  inherit (builtins) isString toString unsafeGetAttrPos;

  show = lib.generators.toPretty { multiline = false; };

  placeOf =
    name: set:
    let
      place = unsafeGetAttrPos name set;
    in
    if place == null then
      ""
    else
      ",\n    at ${place.file}:${toString place.line}:${toString place.column}";
in
{
  # A set that looks like the derivation before that is evaluated; it has to be as it was said to be.
  lazyDerivation =
    args@{
      derivation,
      meta ? null,
      passthru ? { },
      outputs ? [ "out" ],
    }:
    let
      isPlaced = derivation ? meta.position && isString derivation.meta.position;
      definedAt = if isPlaced then ",\n    defined at ${derivation.meta.position}" else "";
      checked =
        if derivation.type or null != "derivation" then
          throw "lazyDerivation: input must be a derivation."
        else if derivation.outputs != outputs then
          throw (
            "lib.lazyDerivation: The derivation ${derivation.name or "<unknown>"} has outputs that don't match the assumed outputs.\n\n"
            + "Assumed outputs passed to lazyDerivation${placeOf "outputs" args}:\n    ${show outputs};\n\n"
            + "Actual outputs of the derivation${definedAt}:\n    ${show derivation.outputs}\n\n"
            + "The outputs have to be given as they are, in the same order, or the derivation itself has to be used."
          )
        else
          derivation;
    in
    {
      type = "derivation";
      inherit (checked)
        drvPath
        name
        outPath
        outputName
        system
        ;
      inherit outputs;
      meta = args.meta or checked.meta;
    }
    // lib.genAttrs outputs (output: checked.${output})
    // passthru;

  optionalDrvAttr = condition: value: if condition then value else null;
}
