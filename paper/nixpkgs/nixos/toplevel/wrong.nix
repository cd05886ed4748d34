# Whether definitions certainly do not fit what is declared, so that the error of the option is shown and not taken for
# something that is unknown on paper. `false` means that this cannot be told.
{
  lib,
  # Whether there may be options that nobody here knows of.
  mayDeclareMore,
}:
let
  inherit (builtins)
    any
    attrNames
    attrValues
    elem
    head
    isAttrs
    isList
    tail
    tryEval
    ;

  # The type of what is at a path below an option; null where paths do not tell.
  typeAt =
    type: path:
    let
      element = type.nestedTypes.elemType or null;
      inner = (type.getSubOptions [ ]).${head path} or null;
    in
    if path == [ ] then
      type
    else if type.name == "attrsOf" || type.name == "lazyAttrsOf" then
      typeAt element (tail path)
    else if type.name == "nullOr" then
      typeAt element path
    else if type.name == "submodule" && inner._type or null == "option" then
      typeAt inner.type (tail path)
    else
      null;

  # These take one value only, so that two different ones conflict.
  single = [
    "bool"
    "enum"
    "float"
    "int"
    "package"
    "path"
    "singleLineStr"
    "str"
    "unsignedInt16"
  ];

  contents = import ./contents.nix;

  # Names that say something of a module and are no options.
  ofModules = [
    "_class"
    "_file"
    "_module"
    "config"
    "disabledModules"
    "freeformType"
    "imports"
    "key"
    "options"
  ];

  # Of what is defined in a submodule, or in a set of options within it.
  isWrongWithin =
    options: set:
    any (
      name:
      let
        option = options.${name} or null;
        values = contents set.${name};
      in
      if elem name ofModules then
        false
      else if option == null then
        # also behind a condition that does not hold: the module system looks at names alone
        !mayDeclareMore
      else if option._type or null == "option" then
        any (isWrong option.type) values
      else
        any (value: isAttrs value && isWrongWithin option value) values
    ) (attrNames set);

  isWrongSubmodule =
    type: value:
    isAttrs value
    && !(value ? _type || value ? __functor || value ? outPath)
    && (type.nestedTypes.freeformType or null) == null
    && isWrongWithin (type.getSubOptions [ ]) value;

  isWrong = type: given: any (value: isWrongValue type value) (contents given);

  isWrongValue =
    type: value:
    !(type.check value)
    || type.name == "submodule" && isWrongSubmodule type value
    || type.name == "listOf" && isList value && any (isWrong type.nestedTypes.elemType) value
    ||
      (type.name == "attrsOf" || type.name == "lazyAttrsOf")
      && isAttrs value
      && any (isWrong type.nestedTypes.elemType) (attrValues value)
    || type.name == "nullOr" && value != null && isWrong type.nestedTypes.elemType value;

  conflict =
    type: values:
    if type.name == "nullOr" then
      conflict type.nestedTypes.elemType values
    else
      builtins.elem type.name single && any (value: value != head values) (tail values);
in
type: path: values:
let
  known = builtins.filter (
    value: (tryEval (builtins.deepSeq (import ../../declare/plain.nix value) null)).success
  ) values;
  told = tryEval (
    let
      found = typeAt type path;
    in
    found != null && (any (isWrong found) known || known != [ ] && conflict found known)
  );
in
told.success && told.value
