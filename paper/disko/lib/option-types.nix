{ lib }:
let
  type =
    name: description: check:
    lib.mkOptionType {
      inherit name description check;
      merge = lib.mergeOneOption;
    };
in
{
  filename = type "filename" "A filename" builtins.isString;
  pathname = type "pathname" "A path name" (
    path: builtins.isString path && (path == "/" || lib.replaceStrings [ "/" ] [ "" ] path != "")
  );
  absolute-pathname = type "absolute pathname" "An absolute path" (
    path:
    builtins.isString path
    && lib.hasPrefix "/" path
    && (path == "/" || lib.replaceStrings [ "/" ] [ "" ] path != "")
  );
}
