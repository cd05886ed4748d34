# The files that Git knows in a working tree.
{ lib }:
let
  inherit (builtins) isPath pathExists;
  sets = import ./sets.nix { inherit lib; };
  inherit (import ./trees.nix { inherit lib; }) copied;
in
who: argument: options: path:
let
  isRepository = pathExists (path + "/.git");
  shown = toString path;
  tracked = builtins.fetchGit (
    {
      url = path;
      shallow = true;
    }
    // options
  );
in
if !isPath path then
  throw "lib.fileset.${who}: Expected the ${argument} to be a path, but it's a ${builtins.typeOf path} instead."
else if lib.filesystem.pathType path != "directory" then
  throw "lib.fileset.${who}: Expected the ${argument} (${shown}) to be a directory, but it's a file instead."
else if lib.path.hasStorePathPrefix path then
  # what is in the store already has only what Git knew
  if isRepository then
    throw ''
      lib.fileset.${who}: The ${argument} (${shown}) is a store path within a working tree of a Git repository.
          This indicates that a source directory was imported into the store using a method such as `import "''${./.}"` or `path:.`.
          This function currently does not support such a use case, since it currently relies on `builtins.fetchGit`.
          You could make this work by using a fetcher such as `fetchGit` instead of copying the whole repository.
          If you can't avoid copying the repo to the store, see https://github.com/NixOS/nix/issues/9292.''
  else
    sets.of path
else if !isRepository then
  throw "lib.fileset.${who}: Expected the ${argument} (${shown}) to point to a local working tree of a Git repository, but it's not."
else
  sets.create path (copied tracked.outPath)
