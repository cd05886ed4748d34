{ lib }:
let
  inherit (import ./gvariant.nix { inherit lib; })
    isArray
    isDictionaryEntry
    isGVariant
    isMaybe
    isTuple
    mkValue
    type
    ;

  gvariant = lib.mkOptionType {
    name = "gvariant";
    description = "GVariant value";
    check = value: mkValue value != null;
    merge =
      loc: defs:
      let
        given = map (
          def: def // { value = if isGVariant def.value then def.value else mkValue def.value; }
        ) defs;
        ofType = (lib.head given).value.type;
        isAlike = lib.all (def: def.value.type == ofType) given;
        isSingle = isTuple ofType || isMaybe ofType || isDictionaryEntry ofType || ofType == type.variant;
        elements = map (def: def // { value = def.value.value; }) given;
      in
      if !isAlike then
        throw "Cannot merge definitions of `${lib.showOption loc}' with mismatched GVariant types given in ${lib.showFiles (lib.getFiles defs)}."
      else if isArray ofType then
        mkValue ((lib.types.listOf gvariant).merge loc elements) // { type = ofType; }
      else if isSingle then
        lib.mergeOneOption loc defs
      else if ofType == type.string then
        lib.types.str.merge loc defs
      else if ofType == type.double then
        lib.types.float.merge loc defs
      else
        lib.mergeDefaultOption loc defs;
  };
in
{
  inherit gvariant;
}
