# Names of options, files and definitions, as messages show them.
{ lib }:
let
  inherit (builtins)
    concatStringsSep
    elem
    filter
    isString
    length
    split
    tryEval
    ;

  # These stand for names, and are none.
  placeholders = [
    "<name>"
    "*"
    "<function body>"
  ];
  linesShown = 5;

  showOption =
    names:
    concatStringsSep "." (
      map (name: if elem name placeholders then name else lib.strings.escapeNixIdentifier name) names
    );

  # The value, if it can be shown: messages of errors have no errors of their own.
  showValue =
    value:
    let
      pretty = tryEval (
        lib.generators.toPretty { } (
          lib.generators.withRecursion {
            depthLimit = 10;
            throwOnDepthLimit = false;
          } value
        )
      );
      lines = filter isString (split "\n" pretty.value);
      shown = lib.lists.take linesShown lines ++ (if length lines > linesShown then [ "..." ] else [ ]);
    in
    if !pretty.success then
      ""
    else if length lines > 1 then
      ":\n    ${concatStringsSep "\n    " shown}"
    else
      ": ${concatStringsSep "" shown}";
in
{
  inherit showOption;

  showFiles = files: concatStringsSep " and " (map (file: "`${file}'") files);

  showDefs = defs: concatStringsSep "" (map (def: "\n- In `${def.file}'${showValue def.value}") defs);

  showOptionWithDefLocs =
    option:
    "${showOption option.loc}, with values defined in:\n${
      concatStringsSep "\n" (map (file: "  - ${file}") option.files)
    }\n";

  # Of a module that is not in a file.
  unknownModule = "<unknown-file>";
}
