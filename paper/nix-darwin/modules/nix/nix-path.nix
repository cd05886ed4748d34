# The type of `nix.nixPath`: entries are texts, or sets of folders by name, alone or in lists. Of a name that is there twice
# the first counts, and names come before texts.
{ lib }:
let
  entriesOf = value: if builtins.isList value then value else [ value ];
  checked =
    loc: definition: entry:
    if builtins.isAttrs entry || builtins.isString entry then
      entry
    else
      throw "The option value `${lib.showOption loc}` in `${definition.file}` is not a attset or string.";
in
lib.mkOptionType {
  name = "nix path";
  merge =
    loc: definitions:
    let
      entries = builtins.concatMap (
        definition: map (checked loc definition) (entriesOf definition.value)
      ) definitions;
      named = builtins.zipAttrsWith (_: builtins.head) (builtins.filter builtins.isAttrs entries);
    in
    lib.mapAttrsToList (name: folder: "${name}=${folder}") named
    ++ lib.unique (builtins.filter builtins.isString entries);
}
