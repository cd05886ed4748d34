# Whether definitions certainly do not fit what is declared, so that the error of the option is shown and not taken for
# something that is unknown on paper. `false` means that this cannot be told.
{ lib }:
let
  inherit (builtins)
    any
    attrValues
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

  isWrong =
    type: value:
    !(type.check value)
    || type.name == "listOf" && isList value && any (isWrong type.nestedTypes.elemType) value
    ||
      type.name == "attrsOf"
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
    value: (tryEval (builtins.deepSeq (import ./plain.nix value) null)).success
  ) values;
  told = tryEval (
    let
      found = typeAt type path;
    in
    found != null && (any (isWrong found) known || known != [ ] && conflict found known)
  );
in
told.success && told.value
