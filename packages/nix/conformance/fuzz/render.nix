# A value as a text that tells all that an expression can find out about it.
let
  inherit (builtins)
    attrNames
    concatStringsSep
    functionArgs
    getContext
    hasContext
    map
    toJSON
    typeOf
    unsafeDiscardStringContext
    ;
  text =
    string:
    "'${unsafeDiscardStringContext string}'"
    + (if hasContext string then toJSON (getContext string) else "");
  kinds = depth: {
    int = toString;
    float = value: "${toString value}/${toJSON value}f";
    bool = value: if value then "true" else "false";
    null = _: "null";
    string = text;
    path = value: "path ${toString value}";
    list = value: "[ ${concatStringsSep " " (map (render (depth - 1)) value)} ]";
    lambda = value: "function ${toJSON (functionArgs value)}";
    set =
      value:
      if value ? type && value.type == "derivation" && value ? drvPath && value ? outPath then
        "derivation ${text value.drvPath} ${text value.outPath} ${toJSON (attrNames value)}"
      else
        "{ ${
          concatStringsSep " " (map (name: "${name} = ${render (depth - 1) value.${name}};") (attrNames value))
        } }";
  };
  render = depth: value: if depth == 0 then "…" else (kinds depth).${typeOf value} value;
in
render 7
