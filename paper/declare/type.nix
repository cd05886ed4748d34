# Types of options from terms: a word is a type without parameters, a list begins with what makes the type.
{
  lib,
  submodule,
  declare,
}:
let
  inherit (lib) types;
  own = import ./own-types.nix { inherit lib; };
  changes = import ./changes.nix { inherit lib; };

  # `keyed` says whether what the type describes is a member of an attribute set, or of a list, whose name a submodule in it
  # has.
  typeOf =
    context: keyed: term:
    if builtins.isString term then plain context keyed term else composed context keyed term;

  plain =
    context: keyed: word:
    if word == "submodule" then
      submodule {
        inherit context keyed;
        members = { };
        open = null;
        isWhole = false;
      }
    else
      own.${word} or types.${word};

  composed =
    context: keyed: term:
    let
      count = builtins.length term;
      first = builtins.elemAt term 1;
      second = builtins.elemAt term 2;
      same = typeOf context keyed;
      member = typeOf (below context "<name>") true;
      element = typeOf (below context "*") true;
    in
    {
      unknown = own.unknown first;
      unmerged = own.unmerged first;
      nullOr = types.nullOr (same first);
      listOf = types.listOf (element first);
      nonEmptyListOf = types.nonEmptyListOf (element first);
      attrsOf = types.attrsOf (member first);
      lazyAttrsOf = types.lazyAttrsOf (member first);
      dagOf = own.dagOf (member first);
      unique = types.unique { message = ""; } (same first);
      functionTo = types.functionTo (typeOf (below context "<function body>") false first);
      either = types.either (same first) (same second);
      coercedTo =
        if count > 3 then
          types.coercedTo (same first) (changes (builtins.elemAt term 3)) (same second)
        else
          own.coercedTo (same first) (same second);
      enum = types.enum first;
      between = types.ints.between first second;
      numberBetween = types.numbers.between first second;
      separated = types.separatedString first;
      matching = types.strMatching first;
      passwdEntry = types.passwdEntry (same first);
      having = types.addCheck (same first) (value: builtins.all (name: value ? ${name}) second);
      checked = described (same first) second;
      described = described (same first) second;
      recursive =
        let
          type = described (typeOf (
            context
            // {
              again = context.again // {
                ${second} = type;
              };
            }
          ) keyed first) second;
        in
        type;
      again = context.again.${first} or (own.unknown first);
      attrTag = types.attrTag (declare context first);
      submodule = submodule {
        inherit context keyed;
        members = first;
        open = if count > 2 && second != null then typeOf context false second else null;
        isWhole = count > 3;
      };
    }
    .${builtins.head term};

  described = type: description: type // { inherit description; };

  below =
    context: part:
    context
    // {
      path = context.path ++ [ part ];
      within = context.within ++ [ part ];
    };
in
context: typeOf context false
