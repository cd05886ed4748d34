# The files of /etc that are known, by their places: what is in them, or what they are links to.
{ lib, config }:
let
  all = builtins.tryEval (builtins.attrValues config.environment.etc);
  entries = builtins.filter isEnabled (if all.success then all.value else [ ]);
  isEnabled = entry: (builtins.tryEval (entry.enable == true)).value;

  content =
    entry:
    if entry.text != null then
      { inherit (entry) text; }
    else
      { link = toString (import ./plain.nix entry.source); };

  known =
    entry:
    let
      file = {
        inherit (entry) target mode;
        content = content entry;
      };
    in
    if (builtins.tryEval (builtins.deepSeq file null)).success then [ file ] else [ ];
in
lib.concatMap known entries
