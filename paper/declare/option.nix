# An option, or a set of them, as the data describe it: a list is an option, with its type and the facts that are known of
# it, and an attribute set holds options by name.
{
  lib,
  project,
  overrides,
}:
let
  unknown = import ./unknown.nix;
  typeOf = import ./type.nix { inherit lib submodule declare; };

  # What is around an option: its path from the root, its path in its file (`within`), the names of the submodules that it
  # is in, the configuration that its old names are in, and the computed defaults of the file.
  declare =
    context: member:
    if builtins.isList member then
      option context member
    else
      builtins.mapAttrs (name: declare (inside context name)) member;

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
      facts = if builtins.length entry > 1 then builtins.elemAt entry 1 else { };
      name = dotted context.path;
      made =
        lib.mkOption (
          {
            type = typeOf context (builtins.head entry);
          }
          // defaultOf context name facts
          // (if facts.readOnly or false then { readOnly = true; } else { })
          // (if facts.hidden or false then { visible = false; } else { })
          // (if facts ? aliasOf then alias context facts.aliasOf else { })
          // (if facts.removed or false then removed name else { })
        )
        // {
          declared = facts.declared or context.declared;
        }
        // (if facts ? from then { inherit (facts) from; } else { });
    in
    if overrides ? ${name} then overrides.${name} made else made;

  defaultOf =
    context: name: facts:
    if facts ? default then
      { inherit (facts) default; }
    else if !(facts ? computed) then
      { }
    else
      {
        default =
          if facts.computed == "here" then
            builtins.foldl' (make: name: make name) context.expressions.${dotted context.within} context.names
          else
            unknown "the default of ${name} is computed inside ${project}";
      };

  # The definitions of an old name count for the new one, which tells so itself (`from`).
  alias = context: target: {
    apply = _: lib.getAttrFromPath target context.config;
  };

  removed = name: {
    apply = _: throw "The option `${name}' can no longer be used since it's been removed.";
  };

  # `name` is what the attribute is called that has the submodule.
  submodule =
    context: keyed: members: openType:
    lib.types.submoduleWith {
      shorthandOnlyDefinesConfig = true;
      modules = [
        (
          { name, config, ... }:
          {
            options = builtins.mapAttrs (
              member:
              declare (
                inside (
                  context
                  // {
                    inherit config;
                    names = context.names ++ (if keyed then [ name ] else [ ]);
                  }
                ) member
              )
            ) members;
          }
          // (if openType == null then { } else { freeformType = openType; })
        )
      ];
    };

  dotted =
    path:
    builtins.concatStringsSep "." (
      map (part: if builtins.match ".*[.\"].*" part == null then part else builtins.toJSON part) path
    );
in
declare
