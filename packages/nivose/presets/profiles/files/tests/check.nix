# A check out of sentences that must be true. Nothing is built for it: a sentence that is not true stops the evaluation.
{ pkgs }:
name: sentences:
let
  inherit (pkgs) lib;
  wrong = lib.attrNames (lib.filterAttrs (_: holds: !holds) sentences);
in
if wrong == [ ] then
  pkgs.runCommand "check-${name}" { } ''
    echo "${toString (lib.length (lib.attrNames sentences))} sentences are true" > $out
  ''
else
  throw "the check '${name}' found what is not true:\n${lib.concatMapStrings (sentence: "- ${sentence}\n") wrong}"
