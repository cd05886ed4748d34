# A flake for those who do not evaluate flakes: calls the outputs of the flake in the folder `src`.
{
  src,
  system ? builtins.currentSystem or "unknown-system",
}:
let
  flake = import (folder.outPath + "/flake.nix");
  locked = builtins.pathExists (src + "/flake.lock");
  lock = builtins.fromJSON (builtins.readFile (src + "/flake.lock"));

  folder = {
    lastModified = 0;
    lastModifiedDate = "19700101000000";
  }
  // (if src ? outPath then src else fromPath);
  fromPath =
    if isRepository then fetched else { outPath = if builtins.isPath src then "${src}" else src; };
  isRepository = builtins.pathExists (src + "/.git") && !builtins.pathExists (src + "/.git/shallow");
  fetched =
    let
      tree = builtins.fetchGit src;
      uncommitted = tree.rev == "0000000000000000000000000000000000000000";
    in
    if uncommitted then
      removeAttrs tree [
        "rev"
        "shortRev"
      ]
    else
      tree;

  inputs = import ./inputs.nix src;

  # Without a lock file, the flake has no inputs.
  unlocked = folder // flake.outputs { self = unlocked; };

  outputs = flake.outputs (inputs // { self = whole; });
  whole =
    outputs
    // folder
    // {
      _type = "flake";
      sourceInfo = folder;
      inherit inputs outputs;
    };

  result =
    if !locked then
      unlocked
    else if lock.version < 5 || lock.version > 7 then
      throw "lock file '${toString src}/flake.lock' has unsupported version ${toString lock.version}"
    else
      whole;

  # The attribute `default` is that package, or that shell, which people mean who name none.
  withDefault =
    set: old: new:
    set
    // (if result ? ${old}.${system} then { default = result.${old}.${system}; } else { })
    // (
      if result ? ${new}.${system}.default then { inherit (result.${new}.${system}) default; } else { }
    );
in
rec {
  outputs = result;
  defaultNix = withDefault (removeAttrs result [ "__functor" ]) "defaultPackage" "packages";
  shellNix = withDefault defaultNix "devShell" "devShells";
}
