# Answers to the questions of the kernel's configuration.
{ lib }:
let
  inherit (lib) mkIf versionAtLeast versionOlder;

  answer = tristate: {
    inherit tristate;
    optional = false;
  };
in
{
  yes = answer "y";
  no = answer "n";
  module = answer "m";
  unset = answer null;
  freeform = value: {
    freeform = value;
    optional = false;
  };
  option = question: question // { optional = true; };

  whenHelpers = version: {
    whenAtLeast = first: mkIf (versionAtLeast version first);
    whenOlder = end: mkIf (versionOlder version end);
    whenBetween = first: end: mkIf (versionAtLeast version first && versionOlder version end);
  };
}
