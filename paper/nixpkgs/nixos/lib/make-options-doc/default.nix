# Documentation of options is made by programs, so that its texts are not known on paper.
{ ... }:
let
  unknown = import ../../../declare/unknown.nix;
in
{
  optionsNix = unknown "documentation of options";
  optionsAsciiDoc = unknown "documentation of options";
  optionsCommonMark = unknown "documentation of options";
  optionsDocBook = unknown "documentation of options";
  optionsJSON = unknown "documentation of options";
}
