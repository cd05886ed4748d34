{ lib }:
rec {
  export = name: value: ''export ${name}="${toString value}"'';
  exportAll = variables: lib.concatStringsSep "\n" (lib.mapAttrsToList export variables);
}
