# Types of options from terms: a word is a type without parameters, a list begins with what makes the type.
{
  lib,
  submodule,
  declare,
}:
let
  inherit (lib) types;
  own = import ./own-types.nix { inherit lib; };

  # `keyed` says whether what the type describes is a member of an attribute set, whose name a submodule in it has.
  typeOf =
    context: keyed: term:
    if builtins.isString term then plain context keyed term else composed context keyed term;

  plain =
    context: keyed: word:
    if word == "submodule" then submodule context keyed { } null else own.${word} or types.${word};

  composed =
    context: keyed: term:
    let
      kind = builtins.head term;
      first = builtins.elemAt term 1;
      second = builtins.elemAt term 2;
      same = typeOf context keyed;
      member = typeOf (below context "<name>") true;
      element = typeOf (below context "*") false;
    in
    {
      unknown = own.unknown first;
      nullOr = types.nullOr (same first);
      listOf = types.listOf (element first);
      nonEmptyListOf = types.nonEmptyListOf (element first);
      attrsOf = types.attrsOf (member first);
      lazyAttrsOf = types.lazyAttrsOf (member first);
      functionTo = types.functionTo (typeOf (below context "<function body>") false first);
      either = types.either (same first) (same second);
      coercedTo = own.coercedTo (same first) (same second);
      enum = types.enum first;
      between = types.ints.between first second;
      numberBetween = types.numbers.between first second;
      separated = types.separatedString first;
      matching = types.strMatching first;
      passwdEntry = types.passwdEntry (same first);
      checked = same first // {
        description = second;
      };
      described = same first // {
        description = second;
      };
      attrTag = types.attrTag (declare context first);
      submodule = submodule context keyed first (
        if builtins.length term > 2 then typeOf context false second else null
      );
    }
    .${kind};

  below =
    context: part:
    context
    // {
      path = context.path ++ [ part ];
      within = context.within ++ [ part ];
    };
in
context: typeOf context false
