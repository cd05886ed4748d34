{ lib }:
let
  inherit (lib) mkOption types;

  function =
    name: description: merge:
    lib.mkOptionType {
      inherit name description merge;
      check = lib.isFunction;
    };
in
{
  inherit (import ./types-dag.nix { inherit lib; }) dagOf;
  inherit (import ./types-gvariant.nix { inherit lib; }) gvariant;

  selectorFunction =
    function "selectorFunction"
      "Function that takes an attribute set and returns a list containing a selection of the values of the input set"
      (
        _: defs: set:
        lib.concatMap (select: select set) (lib.getValues defs)
      );

  overlayFunction =
    function "overlayFunction"
      "An overlay function, takes self and super and returns an attribute set overriding the desired attributes."
      (
        _: defs: final: prev:
        lib.foldl' (all: def: all // def.value final prev) { } defs
      );

  fontType = types.submodule {
    options = {
      package = mkOption {
        type = types.nullOr types.package;
        default = null;
      };
      name = mkOption { type = types.str; };
      size = mkOption {
        type = types.nullOr types.number;
        default = null;
      };
    };
  };

  nushellValue =
    let
      named =
        type: what:
        type
        // {
          description = what;
          descriptionClass = "name";
        };
      value = types.nullOr (
        types.oneOf [
          (lib.mkOptionType {
            name = "nushell";
            description = "Nushell inline value";
            descriptionClass = "name";
            check = lib.isType "nushell-inline";
          })
          types.bool
          types.int
          types.float
          types.str
          types.path
          (named (types.attrsOf value) "attribute set of Nushell values")
          (named (types.listOf value) "list of Nushell values")
        ]
      );
    in
    value;
}
