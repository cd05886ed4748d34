# A check made of claims, each `{ holds; says; }`: a derivation if all of them hold, and otherwise an error with what does not.
{ lib }:
pkgs: name: claims:
let
  broken = builtins.filter (claim: !claim.holds) claims;
in
if broken == [ ] then
  pkgs.writeText name "${toString (builtins.length claims)} claims hold.\n"
else
  throw "${name}:\n${lib.concatMapStringsSep "\n" (claim: "  - ${claim.says}") broken}"
