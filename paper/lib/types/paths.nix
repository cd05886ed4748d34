# Paths and packages.
{
  lib,
  types,
  mkOptionType,
  ...
}:
let
  inherit (builtins)
    hasContext
    isPath
    isString
    match
    storeDir
    substring
    toString
    ;
  inherit (lib) isDerivation;
  inherit (lib.options) mergeEqualOption mergeOneOption;
  inherit (lib.strings) isStringLike;
  inherit (types) addCheck package;
in
{
  path = mkOptionType {
    name = "path";
    descriptionClass = "noun";
    check = value: isStringLike value && substring 0 1 (toString value) == "/";
    merge = mergeEqualOption;
  };

  pathInStore = mkOptionType {
    name = "pathInStore";
    description = "path in the Nix store";
    descriptionClass = "noun";
    check = value: isStringLike value && match "${storeDir}/[^.].*" (toString value) != null;
    merge = mergeEqualOption;
  };

  # Also a path in the store that somebody wrote out, which is then made to depend on what is there.
  package = mkOptionType {
    name = "package";
    descriptionClass = "noun";
    check = value: isDerivation value || lib.isStorePath value;
    merge =
      loc: defs:
      let
        value = mergeOneOption loc defs;
        isWrittenOut = isPath value || isString value && !hasContext value;
      in
      if isWrittenOut then lib.toDerivation value else value;
  };

  shellPackage = package // {
    check = value: isDerivation value && value ? shellPath;
  };

  pkgs = addCheck (
    types.unique {
      message = "A Nixpkgs pkgs set can not be merged with another pkgs set.";
    } types.attrs
    // {
      name = "pkgs";
      descriptionClass = "noun";
      description = "Nixpkgs package set";
    }
  ) (value: value._type or null == "pkgs");
}
