# What a type is: a set that says which values are of it, how definitions are merged, and what other declarations of the same
# option it goes together with.
{ lib, types }:
let
  isType = kind: value: (value._type or "") == kind;

  # Two types are merged by their functors: by what they wrap, or else by their payloads.
  defaultTypeMerge =
    functor: other:
    let
      haveBoth = name: functor.${name} != null && other.${name} != null;
      haveNone = name: functor.${name} == null && other.${name} == null;
      wrapped = functor.wrapped.typeMerge other.wrapped.functor;
      payload = functor.binOp functor.payload other.payload;
    in
    if functor.name != other.name then
      null
    else if haveNone "wrapped" && haveNone "payload" then
      functor.type
    else if haveBoth "wrapped" && wrapped != null then
      functor.type wrapped
    else if haveBoth "payload" && payload != null then
      functor.type payload
    else
      null;

  defaultFunctor = name: {
    inherit name;
    type = types.${name} or null;
    wrapped = null;
    payload = null;
    binOp = _: _: null;
  };
in
{
  inherit isType defaultTypeMerge defaultFunctor;
  setType = kind: value: value // { _type = kind; };
  isOptionType = isType "option-type";

  mkOptionType =
    {
      name,
      description ? null,
      # What kind of phrase the description is, which says where it needs parentheses: `noun`, `conjunction`, `composite`
      # or `nonRestrictiveClause`.
      descriptionClass ? null,
      # Looks at no more than the outermost part of a value, so that values stay lazy.
      check ? (_: true),
      merge ? lib.options.mergeDefaultOption,
      # `{ value }` if no definition at all is a value as well.
      emptyValue ? { },
      getSubOptions ? _: { },
      getSubModules ? null,
      substSubModules ? _: null,
      typeMerge ? defaultTypeMerge functor,
      functor ? defaultFunctor name,
      deprecationMessage ? null,
      nestedTypes ? { },
    }:
    {
      _type = "option-type";
      inherit
        name
        descriptionClass
        check
        merge
        emptyValue
        getSubOptions
        getSubModules
        substSubModules
        typeMerge
        functor
        deprecationMessage
        nestedTypes
        ;
      description = if description == null then name else description;
    };

  # The description of a type within that of another one.
  optionDescriptionPhrase =
    isPlain: type:
    if isPlain (type.descriptionClass or null) then type.description else "(${type.description})";
}
