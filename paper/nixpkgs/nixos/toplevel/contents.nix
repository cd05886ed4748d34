# What a definition has inside of conditions that hold, and of priorities.
let
  contents =
    definition:
    let
      kind = if builtins.isAttrs definition then definition._type or null else null;
    in
    if kind == "if" then
      if definition.condition then contents definition.content else [ ]
    else if kind == "merge" then
      builtins.concatMap contents definition.contents
    else if kind == "override" || kind == "order" then
      contents definition.content
    else
      [ definition ];
in
contents
