# Texts made of several.
{ lib }:
let
  inherit (builtins) concatStringsSep filter;
in
rec {
  concatStrings = concatStringsSep "";
  concatMapStrings = textOf: list: concatStrings (map textOf list);
  concatImapStrings = textOf: list: concatStrings (lib.imap1 textOf list);

  concatMapStringsSep =
    between: textOf: list:
    concatStringsSep between (map textOf list);

  concatImapStringsSep =
    between: textOf: list:
    concatStringsSep between (lib.imap1 textOf list);

  concatLines = concatMapStrings (line: line + "\n");

  replicate = count: text: concatStrings (lib.lists.replicate count text);

  intersperse =
    between: list:
    if builtins.length list < 2 then
      list
    else
      builtins.tail (
        builtins.concatMap (each: [
          between
          each
        ]) list
      );

  optionalString = condition: text: if condition then text else "";

  # What is looked for in many folders, such as programs.

  makeSearchPath =
    below: folders:
    concatStringsSep ":" (map (folder: folder + "/" + below) (filter (folder: folder != null) folders));

  makeSearchPathOutput =
    output: below: packages:
    makeSearchPath below (map (lib.getOutput output) packages);

  makeBinPath = makeSearchPathOutput "bin" "bin";
  makeLibraryPath = makeSearchPathOutput "lib" "lib";
  makeIncludePath = makeSearchPathOutput "dev" "include";
}
