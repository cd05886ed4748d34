# Entries with what they come after and before, for texts that have to be put in order.
{ lib }:
let
  inherit (lib) hm;

  # The entries of a list follow each other, under the tag and their numbers.
  chain =
    tag: number: before: after: entries:
    let
      name = "${tag}-${toString number}";
      rest = lib.tail entries;
      first = lib.head entries;
    in
    if entries == [ ] then
      hm.dag.empty
    else if rest == [ ] then
      { ${name} = hm.dag.entryBetween before after first; }
    else
      { ${name} = hm.dag.entryAfter after first; } // chain tag (number + 1) before [ name ] rest;
in
{
  empty = { };

  isEntry = entry: entry ? data && entry ? after && entry ? before;
  isDag = dag: builtins.isAttrs dag && lib.all hm.dag.isEntry (lib.attrValues dag);

  map = f: lib.mapAttrs (name: entry: entry // { data = f name entry.data; });

  # either `result`, in order, or the `cycle` and the `loops` that make it impossible
  topoSort =
    dag:
    let
      wantedBefore = name: lib.attrNames (lib.filterAttrs (_: entry: lib.elem name entry.before) dag);
      entries = lib.mapAttrsToList (name: entry: {
        inherit name;
        inherit (entry) data;
        after = entry.after ++ wantedBefore name;
      }) dag;
      sorted = lib.toposort (a: b: lib.elem a.name b.after) entries;
    in
    if sorted ? result then
      { result = map (entry: { inherit (entry) name data; }) sorted.result; }
    else
      sorted;

  entryBetween = before: after: data: { inherit before after data; };
  entryAnywhere = hm.dag.entryBetween [ ] [ ];
  entryAfter = hm.dag.entryBetween [ ];
  entryBefore = before: hm.dag.entryBetween before [ ];

  entriesBetween = tag: chain tag 0;
  entriesAnywhere = tag: hm.dag.entriesBetween tag [ ] [ ];
  entriesAfter = tag: hm.dag.entriesBetween tag [ ];
  entriesBefore = tag: before: hm.dag.entriesBetween tag before [ ];
}
