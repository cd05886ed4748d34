# The configuration files of Hyprland and its tools.
{ lib }:
{
  attrs,
  indentLevel ? 0,
  importantPrefixes ? [ "$" ],
}:
let
  isSection =
    _: value: builtins.isAttrs value || (builtins.isList value && lib.all builtins.isAttrs value);
  isImportant = name: lib.any (prefix: lib.hasPrefix prefix name) importantPrefixes;

  print =
    indent: attrs:
    let
      section =
        name: value:
        if builtins.isList value then
          lib.concatMapStringsSep "\n" (section name) value
        else
          "${indent}${name} {\n${print "  ${indent}" value}${indent}}\n";
      fields = lib.generators.toKeyValue {
        listsAsDuplicateKeys = true;
        inherit indent;
      };
      sections = lib.filterAttrs isSection attrs;
      important = lib.filterAttrs (name: value: !isSection name value && isImportant name) attrs;
      others = removeAttrs attrs (lib.attrNames sections ++ lib.attrNames important);
    in
    fields important + lib.concatStringsSep "\n" (lib.mapAttrsToList section sections) + fields others;
in
print (lib.concatStrings (lib.replicate indentLevel "  ")) attrs
