{ lib }:
let
  lines = f: variables: lib.concatStringsSep "\n" (lib.mapAttrsToList f variables);
in
rec {
  toZshValue =
    value:
    if builtins.isBool value then
      lib.boolToString value
    else if builtins.isList value then
      "(${lib.concatMapStringsSep " " toZshValue value})"
    else
      ''"${toString value}"'';

  define = name: value: "${name}=${toZshValue value}";
  defineAll = lines define;
  export = name: value: "export ${define name value}";
  exportAll = lines export;
}
