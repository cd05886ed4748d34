# Texts of configuration files, made from values. A file is a format, or a few that are alike.
{ lib }:
let
  part = file: import file { inherit lib; };
  plain = part ./plain.nix;
  ini = part ./ini.nix;
  lua = part ./lua.nix;
in
{
  inherit (plain) mkValueStringDefault mkKeyValueDefault toKeyValue;
  inherit (ini)
    toINI
    toINIWithGlobalSection
    toGitINI
    mkDconfKeyValue
    toDconfINI
    ;
  inherit (lua) toLua mkLuaInline;
  inherit (part ./pretty.nix) toPretty;
  inherit (part ./recursion.nix) withRecursion;
  inherit (part ./plist.nix) toPlist;
  inherit (part ./dhall.nix) toDhall;

  toJSON = { }: lib.strings.toJSON;
  # every JSON is YAML
  toYAML = { }: lib.strings.toJSON;
}
