# An option, or a set of them, as the data describe it: a list is an option, with its type and the facts that are known of
# it, and an attribute set holds options by name.
{
  lib,
  project,
  overrides,
}:
let
  inherit (builtins)
    attrNames
    elemAt
    length
    listToAttrs
    removeAttrs
    ;
  unknown = import ./unknown.nix;
  changes = import ./changes.nix { inherit lib; };
  submodule = import ./submodule.nix { inherit lib declare inside; };
  typeOf = import ./type.nix { inherit lib submodule declare; };
  old = import ./old.nix { inherit lib; };

  declare =
    context: member:
    if builtins.isList member then
      option context member
    else
      builtins.mapAttrs (name: declare (inside context name)) member;

  # `path` begins at the root, `within` in the file.
  inside =
    context: name:
    context
    // {
      path = context.path ++ [ name ];
      within = context.within ++ [ name ];
    };

  option =
    context: entry:
    let
      facts = if length entry > 1 then elemAt entry 1 else { };
      name = dotted context.path;
      typed = {
        type = typeOf context (builtins.head entry);
      };
      # Most options have no more than a type and a default.
      made = if length (attrNames (removeAttrs facts defaults)) == 0 then plain else full;
      plain =
        lib.mkOption (typed // defaultOf context name facts)
        // {
          inherit (context) declared;
        }
        // computed facts;
      full =
        lib.mkOption (
          typed
          // defaultOf context name facts
          // flag facts "readOnly" { readOnly = true; }
          // flag facts "hidden" { visible = false; }
          // flag facts "internal" { internal = true; }
          // (if facts ? apply then { apply = applied name facts.apply; } else { })
          // (if facts ? aliasOf then old.alias context facts.aliasOf else { })
          // (if facts ? removed then old.removed context facts.removed else { })
        )
        // {
          declared = facts.declared or context.declared;
        }
        // computed facts
        // (if facts ? from then { inherit (facts) from; } else { })
        // old.notice context facts;
    in
    if mayBeOverridden context.path && overrides ? ${name} then overrides.${name} made else made;

  defaults = [
    "default"
    "computed"
  ];

  # Whether it ends as one of them does: most do not, and their names need not be put together.
  mayBeOverridden = path: overriddenEnds ? ${elemAt path (length path - 1)};
  overriddenEnds = listToAttrs (
    map (name: {
      name = elemAt (builtins.match "(.*\\.)?([^.\"]+)" name) 1;
      value = null;
    }) (attrNames overrides)
  );

  # So that nobody takes it for a default that is always the same.
  computed = facts: if facts ? computed then { inherit (facts) computed; } else { };

  flag =
    facts: name: made:
    if facts.${name} or false then made else { };

  defaultOf =
    context: name: facts:
    if facts ? default then
      { inherit (facts) default; }
    else if !(facts ? computed) then
      # What cannot be set is set by the project itself.
      flag facts "readOnly" { default = unknown "the value of ${name} is computed inside ${project}"; }
    else
      {
        default =
          if facts.computed == "here" then
            builtins.foldl' (make: name: make name) context.expressions.${dotted context.within} context.names
          else
            unknown "the default of ${name} is computed inside ${project}";
      };

  applied =
    name: change:
    if change == "unknown" then
      _: unknown "what ${project} makes of the value of ${name}"
    else
      changes change;

  dotted =
    path:
    builtins.concatStringsSep "." (
      map (part: if builtins.match ".*[.\"].*" part == null then part else builtins.toJSON part) path
    );
in
declare
