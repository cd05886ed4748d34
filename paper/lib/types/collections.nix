# Lists and sets of values of one type.
{
  lib,
  types,
  mkOptionType,
  defaultFunctor,
  optionDescriptionPhrase,
  ...
}:
let
  inherit (builtins)
    attrNames
    concatLists
    filter
    head
    isAttrs
    isList
    length
    mapAttrs
    removeAttrs
    toString
    zipAttrsWith
    ;
  inherit (lib.lists) imap1;
  inherit (lib.modules) mergeDefinitions;

  ofElements =
    name: make: words: elemType: more:
    mkOptionType (
      {
        inherit name;
        description = "${words} of ${
          optionDescriptionPhrase (class: class == "noun" || class == "composite") elemType
        }";
        descriptionClass = "composite";
        inherit (elemType) getSubModules;
        substSubModules = modules: make (elemType.substSubModules modules);
        functor = defaultFunctor name // {
          wrapped = elemType;
        };
        nestedTypes = { inherit elemType; };
      }
      // more
    );

  # The merged definitions of each attribute, as `mergeDefinitions` returns them.
  mergeByName =
    elemType: loc: defs:
    let
      merge = name: mergeDefinitions (loc ++ [ name ]) elemType;
      locate = def: value: {
        inherit (def) file;
        inherit value;
      };
      first = head defs;
    in
    if length defs == 1 then
      mapAttrs (name: value: merge name [ (locate first value) ]) first.value
    else
      zipAttrsWith merge (map (def: mapAttrs (_: locate def) def.value) defs);

  setOf =
    name: make: words: elemType: merge:
    ofElements name make words elemType {
      check = isAttrs;
      inherit merge;
      emptyValue = {
        value = { };
      };
      getSubOptions = prefix: elemType.getSubOptions (prefix ++ [ "<name>" ]);
    };
in
{
  listOf =
    elemType:
    ofElements "listOf" types.listOf "list" elemType {
      check = isList;
      merge =
        loc: defs:
        let
          elements = imap1 (
            number: def:
            imap1 (
              entry: value:
              mergeDefinitions (loc ++ [ "[definition ${toString number}-entry ${toString entry}]" ]) elemType [
                {
                  inherit (def) file;
                  inherit value;
                }
              ]
            ) def.value
          ) defs;
        in
        map (element: element.mergedValue) (filter (element: element.isDefined) (concatLists elements));
      emptyValue = {
        value = [ ];
      };
      getSubOptions = prefix: elemType.getSubOptions (prefix ++ [ "*" ]);
    };

  nonEmptyListOf =
    elemType:
    let
      list = types.addCheck (types.listOf elemType) (value: value != [ ]);
    in
    list
    // {
      description = "non-empty ${optionDescriptionPhrase (class: class == "noun") list}";
      emptyValue = { };
      substSubModules = modules: types.nonEmptyListOf (elemType.substSubModules modules);
    };

  attrsOf =
    elemType:
    setOf "attrsOf" types.attrsOf "attribute set" elemType (
      loc: defs:
      let
        merged = mergeByName elemType loc defs;
        undefined = filter (name: !merged.${name}.isDefined) (attrNames merged);
      in
      mapAttrs (_: element: element.mergedValue) (
        if undefined == [ ] then merged else removeAttrs merged undefined
      )
    );

  # Which attributes there are is known without deciding any condition. One that turns out to have no definition is an
  # error when it is read.
  lazyAttrsOf =
    elemType:
    setOf "lazyAttrsOf" types.lazyAttrsOf "lazy attribute set" elemType (
      loc: defs:
      mapAttrs (
        _: element:
        if element.isDefined then element.mergedValue else elemType.emptyValue.value or element.mergedValue
      ) (mergeByName elemType loc defs)
    );

  loaOf =
    elemType:
    types.attrsOf elemType
    // {
      name = "loaOf";
      deprecationMessage = "Mixing lists with attribute values is no longer possible; please use `types.attrsOf` instead. See https://github.com/NixOS/nixpkgs/issues/1800 for the motivation.";
      nestedTypes = { inherit elemType; };
    };
}
