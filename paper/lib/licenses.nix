# The licences that packages name, from a list of what is not the same for all of them.
{ lib }:
let
  listed = builtins.fromJSON (builtins.readFile ./licenses.json);
in
builtins.mapAttrs (
  name:
  {
    free ? true,
    ...
  }@license:
  {
    shortName = name;
    inherit free;
    deprecated = false;
    redistributable = free;
  }
  // lib.optionalAttrs (license ? spdxId) {
    url = "https://spdx.org/licenses/${license.spdxId}.html";
  }
  // license
) listed
