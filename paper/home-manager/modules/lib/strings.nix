{ lib }:
let
  # A hyphen is left out as well: behind it a number would be taken for a version.
  unsafe = "[^A-Za-z0-9+._?=]";
in
{
  # a name in the store for what lies at a path
  storeFileName =
    path: "hm_" + lib.concatStrings (lib.filter builtins.isString (builtins.split unsafe path));
}
