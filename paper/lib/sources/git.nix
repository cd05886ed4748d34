# Which commit a Git repository is at, read from its own files.
{ lib }:
let
  inherit (lib)
    fileContents
    hasPrefix
    removePrefix
    removeSuffix
    ;
  inherit (lib.filesystem) pathIsRegularFile;

  # relative ones are meant from a folder
  absolute = folder: path: if hasPrefix "/" path then path else toString (/. + "${folder}/${path}");

  firstGroup = expression: text: builtins.match expression text;

  # The commit of a reference as `{ value }`, or why there is none as `{ error }`.
  read =
    reference: path:
    let
      file = path + "/${reference}";
      packed = path + "/packed-refs";
    in
    if pathIsRegularFile path then
      readWorktree reference path
    else if pathIsRegularFile file then
      readReference path (fileContents file)
    else if pathIsRegularFile packed then
      readPacked reference packed
    else
      { error = "Not a .git directory: " + toString path; };

  readReference =
    path: content:
    let
      symbolic = firstGroup "^ref: (.*)$" content;
    in
    if symbolic == null then { value = content; } else read (builtins.head symbolic) path;

  readPacked =
    reference: packed:
    let
      expression = "([a-z0-9]+) ${reference}";
      lines = builtins.filter builtins.isString (builtins.split "\n" (builtins.readFile packed));
      found = builtins.filter (match: match != null) (map (firstGroup expression) lines);
    in
    if found == [ ] then
      { error = "Could not find " + reference + " in " + packed; }
    else
      { value = builtins.head (builtins.head found); };

  # Worktrees and submodules have a file that says where their repository is, which may share another one's references.
  readWorktree =
    reference: path:
    let
      target = firstGroup "^gitdir: (.*)$" (fileContents path);
      folder = absolute (dirOf path) (builtins.head target);
      sharedFile = "${folder}/commondir";
      shared = absolute folder (
        removeSuffix "/" (if pathIsRegularFile sharedFile then fileContents sharedFile else folder)
      );
    in
    if target == null then
      { error = "File contains no gitdir reference: " + path; }
    else
      read (removePrefix "${shared}/" "${folder}/${reference}") shared;

  readHead = read "HEAD";
in
{
  pathIsGitRepo = path: readHead path ? value;
  commitIdFromGitRepo =
    path:
    let
      found = readHead path;
    in
    found.value or (throw found.error);
}
