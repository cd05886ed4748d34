# A value as JSON can hold it, so that a derivation can depend on it: packages and flakes are their store paths, files are
# what is in them. What cannot be known is an error that `tryEval` catches.
let
  unknown = import ./unknown.nix;

  # Whoever has a system or a home inside has an own record of it.
  inner =
    value:
    if value ? system.build.toplevel then
      value.system.build.toplevel
    else
      value.home.activationPackage or null;

  plainSet =
    value:
    if value ? outPath || value ? __toString then
      "${value}"
    else if value ? __functor then
      unknown "what a function does"
    else if value._type or null == "pkgs" then
      unknown "a whole set of packages"
    else
      let
        whole = inner value;
      in
      if whole == null then builtins.mapAttrs (_: plain) value else toString whole;

  plain =
    value:
    let
      type = builtins.typeOf value;
    in
    if type == "set" then
      plainSet value
    else if type == "list" then
      map plain value
    else if type == "lambda" then
      unknown "what a function does"
    else if type == "path" then
      if builtins.pathExists value then "${value}" else unknown "a file that is not there"
    else
      value;
in
plain
