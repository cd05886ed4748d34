# The files of /etc that are known, by their places: what is in them, or what they are links to.
{ lib, config }:
let
  all = builtins.tryEval (builtins.attrValues config.environment.etc);
  entries = builtins.filter isEnabled (if all.success then all.value else [ ]);
  isEnabled = entry: (builtins.tryEval (entry.enable == true)).value;

  # Without what says nothing about the place.
  placeOf =
    target:
    lib.concatStringsSep "/" (
      builtins.filter (name: name != "" && name != ".") (lib.splitString "/" target)
    );

  content =
    entry:
    if entry.text != null then
      { inherit (entry) text; }
    else
      { link = toString (import ../../declare/plain.nix entry.source); };

  known =
    entry:
    let
      file = {
        inherit (entry) mode;
        target = placeOf entry.target;
        content = content entry;
      };
    in
    if (builtins.tryEval (builtins.deepSeq file null)).success && file.target != "" then
      [ (lib.nameValuePair file.target file) ]
    else
      [ ];
in
builtins.attrValues (builtins.listToAttrs (lib.concatMap known entries))
