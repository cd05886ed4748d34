# A value as JSON can hold it, so that a derivation can depend on it: packages are their paths, files are what is in them.
# What cannot be known is an error that says so; of a function nothing can be known.
let
  unknown = import ../declare/unknown.nix;

  plain =
    value:
    let
      type = builtins.typeOf value;
    in
    if type == "set" then
      if value ? outPath || value ? __toString then
        "${value}"
      else if value ? __functor then
        unknown "what a function does"
      else if value._type or null == "pkgs" then
        unknown "a whole set of packages"
      else
        builtins.mapAttrs (_: plain) value
    else if type == "list" then
      map plain value
    else if type == "lambda" then
      unknown "what a function does"
    else if type == "path" then
      "${value}"
    else
      value;
in
plain
