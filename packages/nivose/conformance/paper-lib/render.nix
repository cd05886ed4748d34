# What a value is, as a text in one line. Parts of it that cannot be evaluated are told by the kind of their error.
{ attempt, ... }:
let
  inherit (builtins)
    attrNames
    concatStringsSep
    functionArgs
    getContext
    hasContext
    toJSON
    typeOf
    unsafeDiscardStringContext
    ;

  # Endless ones run into one limit or the other. What is thrown is meant to be read.
  failed =
    { kind, error, ... }:
    if
      builtins.elem kind [
        "stack-overflow"
        "stack-exhausted"
        "infinite-recursion"
      ]
    then
      "<endless>"
    else if kind == "throw" || kind == "abort" then
      "<${kind} ${toJSON error}>"
    else
      "<${kind}>";

  text =
    value:
    toJSON (unsafeDiscardStringContext value)
    + (if hasContext value then toJSON (attrNames (getContext value)) else "");

  # A derivation contains itself.
  members =
    depth: set:
    if depth == 0 then
      "…"
    else
      concatStringsSep "" (map (name: "${name} = ${render (depth - 1) set.${name}}; ") (attrNames set));

  isDerivation = value: (attempt (value.type or null == "derivation")).value or false;
  lesser = left: right: if left < right then left else right;

  kinds = depth: {
    int = toString;
    float = value: "${toString value}f";
    bool = value: if value then "true" else "false";
    null = _: "null";
    string = text;
    path = toString;
    lambda = value: "<function ${toJSON (functionArgs value)}>";
    list =
      value:
      if depth == 0 then
        "[ … ]"
      else
        "[ ${concatStringsSep "" (map (each: render (depth - 1) each + " ") value)}]";
    set =
      value:
      if isDerivation value then
        "derivation { ${members (lesser depth 2) value}}"
      else
        "{ ${members depth value}}";
  };

  render =
    depth: value:
    let
      tried = attempt value;
      rendered = attempt ((kinds depth).${typeOf value} value);
    in
    if !tried.success then
      failed tried
    else if !rendered.success then
      failed rendered
    else
      rendered.value;

  # Between the marks is what is printed meanwhile.
  numbered = builtins.genList (n: n);
in
cases:
map (
  n:
  let
    shown = render 5 (builtins.elemAt cases n);
  in
  builtins.trace "case ${toString n}" (builtins.seq shown shown)
) (numbered (builtins.length cases))
