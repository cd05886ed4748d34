# A submodule of options from data.
{
  lib,
  declare,
  inside,
}:
{
  context,
  # Whether it is a member of an attribute set or of a list, so that it has a name.
  keyed,
  members,
  # The type of what it does not declare, if anything may be defined.
  open,
  # Whether its definitions are modules.
  isWhole,
}:
let
  module =
    {
      name,
      config,
      options,
      ...
    }:
    {
      options = builtins.mapAttrs (
        member:
        declare (
          inside (
            context
            // {
              scopes = [ { inherit config options; } ] ++ context.scopes;
              names = context.names ++ (if keyed then [ name ] else [ ]);
            }
          ) member
        )
      ) members;
    }
    // (if open == null then { } else { freeformType = open; });

  # What another release may have declared, it may have declared in here, too.
  around = (builtins.head context.scopes).config._module.opaque or [ ];
  alsoHere.config._module.opaque = around;

  # Definitions of old names that lie outside count here for the new ones.
  renamed = entriesIn [ ] members;
  passedOn.config = lib.mkMerge (builtins.concatMap fromOutside renamed);

  entriesIn =
    path: set:
    builtins.concatMap (
      name:
      let
        member = set.${name};
        here = path ++ [ name ];
      in
      if !builtins.isList member then
        entriesIn here member
      else if builtins.length member > 1 && (builtins.elemAt member 1) ? outside then
        map (place: {
          path = here;
          levels = builtins.head place;
          old = builtins.elemAt place 1;
        }) (builtins.elemAt member 1).outside
      else
        [ ]
    ) (builtins.attrNames set);

  # The submodule itself is one scope more than the type knows of.
  fromOutside =
    {
      path,
      levels,
      old,
    }:
    let
      scope = builtins.elemAt context.scopes (levels - 1);
      option = lib.attrsets.getAttrFromPath old scope.options;
    in
    if levels == 1 then
      [ (lib.modules.mkAliasAndWrapDefsWithPriority (lib.attrsets.setAttrByPath path) option) ]
    else
      [ ];
in
lib.types.submoduleWith {
  shorthandOnlyDefinesConfig = !isWhole;
  # Each costs something in each value, so that there are no more than are needed.
  modules = [
    module
  ]
  ++ (if renamed == [ ] then [ ] else [ passedOn ])
  ++ (if builtins.any (about: about.everywhere or false) around then [ alsoHere ] else [ ]);
}
