# A set with one attribute, whose name says which of several options its value belongs to.
{
  lib,
  types,
  mkOptionType,
  defaultFunctor,
  ...
}:
let
  inherit (builtins)
    addErrorContext
    attrNames
    concatStringsSep
    head
    intersectAttrs
    isAttrs
    length
    mapAttrs
    toString
    unsafeGetAttrPos
    ;
  inherit (lib.options) getFiles showFiles showOption;
  inherit (lib.strings) escapeNixIdentifier escapeNixString;

  # The options with the places where they are declared, which no module tells.
  declareTags =
    tags:
    mapAttrs (
      name: option:
      let
        pos = unsafeGetAttrPos name tags;
        place = if pos == null then "" else " at ${pos.file}:${toString pos.line}:${toString pos.column}";
        given =
          if option._type == "option-type" then
            "was a bare type, not wrapped in mkOption."
          else
            "was of type ${escapeNixString option._type}.";
      in
      addErrorContext
        "while checking that attrTag tag ${escapeNixIdentifier name} is an option with a type${place}"
        (
          if option._type or null != "option" then
            throw "In attrTag, each tag value must be an option, but tag ${escapeNixIdentifier name} ${
              if option ? _type then given else "was not."
            }"
          else
            option
            // {
              declarations = option.declarations or (if pos == null then [ ] else [ pos.file ]);
              declarationPositions = option.declarationPositions or (if pos == null then [ ] else [ pos ]);
            }
        )
    ) tags;

  # The location is that within the type: nothing knows here which option has the type.
  mergeTag =
    name: left: right:
    let
      wrap = option: {
        options = option;
        _file = "<attrTag {...}>";
        pos = null;
      };
    in
    lib.modules.mergeOptionDecls [ name ] [ (wrap left) (wrap right) ]
    // {
      declarations = left.declarations ++ right.declarations;
      declarationPositions = left.declarationPositions ++ right.declarationPositions;
    };

  tagOf = value: head (attrNames value);
in
{
  attrTag =
    given:
    let
      tags = declareTags given;
      choices = concatStringsSep ", " (map escapeNixIdentifier (attrNames tags));
    in
    mkOptionType {
      name = "attrTag";
      description = "attribute-tagged union";
      descriptionClass = "noun";
      getSubOptions =
        prefix:
        mapAttrs (name: option: {
          ${showOption prefix} = option // {
            loc = prefix ++ [ name ];
          };
        }) tags;
      check = value: isAttrs value && length (attrNames value) == 1 && tags ? ${tagOf value};
      merge =
        loc: defs:
        let
          choice = tagOf (head defs).value;
          within =
            def:
            assert length (attrNames def.value) == 1;
            if tagOf def.value != choice then
              throw "The option `${showOption loc}` is defined both as `${choice}` and `${tagOf def.value}`, in ${showFiles (getFiles defs)}."
            else
              {
                inherit (def) file;
                value = def.value.${choice};
              };
        in
        if tags ? ${choice} then
          {
            ${choice} =
              (lib.modules.evalOptionValue (loc ++ [ choice ]) tags.${choice} (map within defs)).value;
          }
        else
          throw "The option `${showOption loc}` is defined as ${escapeNixIdentifier choice}, but ${escapeNixIdentifier choice} is not among the valid choices (${choices}). Value ${choice} was defined in ${showFiles (getFiles defs)}.";
      nestedTypes = tags;
      functor = defaultFunctor "attrTag" // {
        type = { tags, ... }: types.attrTag tags;
        payload = { inherit tags; };
        binOp = left: right: {
          tags =
            left.tags
            // right.tags
            // mapAttrs (name: mergeTag name left.tags.${name}) (intersectAttrs left.tags right.tags);
        };
      };
    };
}
