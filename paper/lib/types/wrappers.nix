# Types that are another type and something more.
{
  lib,
  types,
  mkOptionType,
  defaultFunctor,
  optionDescriptionPhrase,
  ...
}:
let
  inherit (builtins) filter length;
  inherit (lib.options)
    getFiles
    mergeUniqueOption
    showFiles
    showOption
    ;
  inherit (types) nullOr uniq;
in
{
  uniq = types.unique { message = ""; };

  unique =
    { message }:
    type:
    mkOptionType {
      name = "unique";
      inherit (type)
        description
        descriptionClass
        check
        emptyValue
        getSubOptions
        getSubModules
        ;
      merge = mergeUniqueOption {
        inherit message;
        inherit (type) merge;
      };
      substSubModules = modules: uniq (type.substSubModules modules);
      functor = defaultFunctor "unique" // {
        wrapped = type;
      };
      nestedTypes.elemType = type;
    };

  nullOr =
    elemType:
    mkOptionType {
      name = "nullOr";
      description = "null or ${
        optionDescriptionPhrase (class: class == "noun" || class == "conjunction") elemType
      }";
      descriptionClass = "conjunction";
      check = value: value == null || elemType.check value;
      merge =
        loc: defs:
        let
          nulls = length (filter (def: def.value == null) defs);
        in
        if nulls == length defs then
          null
        else if nulls == 0 then
          elemType.merge loc defs
        else
          throw "The option `${showOption loc}` is defined both null and not null, in ${showFiles (getFiles defs)}.";
      emptyValue = {
        value = null;
      };
      inherit (elemType) getSubOptions getSubModules;
      substSubModules = modules: nullOr (elemType.substSubModules modules);
      functor = defaultFunctor "nullOr" // {
        wrapped = elemType;
      };
      nestedTypes = { inherit elemType; };
    };

  functionTo =
    elemType:
    mkOptionType {
      name = "functionTo";
      description = "function that evaluates to a(n) ${
        optionDescriptionPhrase (class: class == "noun" || class == "composite") elemType
      }";
      descriptionClass = "composite";
      check = lib.isFunction;
      merge =
        loc: defs: argument:
        (lib.modules.mergeDefinitions (loc ++ [ "<function body>" ]) elemType (
          map (def: {
            inherit (def) file;
            value = def.value argument;
          }) defs
        )).mergedValue;
      getSubOptions = prefix: elemType.getSubOptions (prefix ++ [ "<function body>" ]);
      inherit (elemType) getSubModules;
      substSubModules = modules: types.functionTo (elemType.substSubModules modules);
      functor = defaultFunctor "functionTo" // {
        wrapped = elemType;
      };
      nestedTypes = { inherit elemType; };
    };

  # What is of the one type is made one of the other type first.
  coercedTo =
    coercedType: coerce: finalType:
    assert lib.assertMsg (
      coercedType.getSubModules == null
    ) "coercedTo: coercedType must not have submodules (it’s a ${coercedType.description})";
    let
      phrase = optionDescriptionPhrase (class: class == "noun");
      coerceIfPossible = value: if coercedType.check value then coerce value else value;
    in
    mkOptionType {
      name = "coercedTo";
      description = "${phrase finalType} or ${phrase coercedType} convertible to it";
      check = value: coercedType.check value && finalType.check (coerce value) || finalType.check value;
      merge =
        loc: defs: finalType.merge loc (map (def: def // { value = coerceIfPossible def.value; }) defs);
      inherit (finalType) emptyValue getSubOptions getSubModules;
      substSubModules = modules: types.coercedTo coercedType coerce (finalType.substSubModules modules);
      typeMerge = _: null;
      functor = defaultFunctor "coercedTo" // {
        wrapped = finalType;
      };
      nestedTypes = { inherit coercedType finalType; };
    };

  addCheck = type: check: type // { check = value: type.check value && check value; };
}
