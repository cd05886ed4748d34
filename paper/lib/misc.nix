# What older configurations still use.
{ lib }:
let
  inherit (builtins)
    getEnv
    isAttrs
    isInt
    isList
    ;
  zeros = lib.strings.replicate;
in
rec {
  fakeHash = "sha256-${zeros 43 "A"}=";
  fakeSha256 = zeros 64 "0";
  fakeSha512 = zeros 128 "0";

  maybeEnv =
    name: default:
    let
      value = getEnv name;
    in
    if value == "" then default else value;

  maybeAttr =
    name: default: set:
    set.${name} or default;
  maybeAttrNullable = maybeAttr;

  nvs = name: value: builtins.listToAttrs [ { inherit name value; } ];
  setAttr =
    set: name: value:
    set // nvs name value;
  setAttrMerge =
    name: default: set: change:
    setAttr set name (change (maybeAttr name default set));

  # What only the right one has is merged with itself, as it is there.
  mergeAttrsWithFunc =
    merge: left: right:
    let
      merged = builtins.mapAttrs (name: value: merge (left.${name} or value) value) right;
    in
    builtins.seq merged (left // merged);
  mergeAttrsConcatenateValues = mergeAttrsWithFunc (left: right: lib.toList left ++ lib.toList right);

  # Without the condition, something empty of the same type.
  ifEnable =
    condition: value:
    if condition then
      value
    else if isList value then
      [ ]
    else if isAttrs value then
      { }
    else if builtins.isBool value then
      false
    else
      null;

  nixType =
    value:
    if isAttrs value then
      if value ? outPath then "derivation" else "attrs"
    else if lib.isFunction value then
      "function"
    else if isList value then
      "list"
    else if builtins.isBool value then
      "bool"
    else if value == null then
      "null"
    else if isInt value then
      "int"
    else
      "string";

  imap = lib.imap1;
  mapAttrsFlatten = lib.warn "lib.misc.mapAttrsFlatten is deprecated, please use lib.attrsets.mapAttrsToList instead." lib.mapAttrsToList;

  # Packages and what they propagate to those that use them, each once.
  closePropagation =
    packages:
    let
      entries =
        list:
        map (package: {
          key = package.outPath;
          inherit package;
        }) (builtins.filter (package: package != null) list);
      propagated =
        { package, ... }:
        if isAttrs package then
          entries (package.propagatedBuildInputs or [ ] ++ package.propagatedNativeBuildInputs or [ ])
        else
          [ ];
    in
    map (each: each.package) (
      builtins.genericClosure {
        startSet = entries packages;
        operator = propagated;
      }
    );
}
