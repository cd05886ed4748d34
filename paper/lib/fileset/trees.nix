# Which files below a folder are meant: `null` for none, `"directory"` for all, the type of a file for that file, and a set
# of trees by name for some of them. A name that such a set has not is not meant. Folders are read as late as possible.
{ lib }:
let
  inherit (builtins)
    isAttrs
    isString
    mapAttrs
    readDir
    ;

  # the trees of all that is in a folder
  entries =
    folder: tree:
    if tree == "directory" then readDir folder else mapAttrs (_: _: null) (readDir folder) // tree;

  walk =
    file: folder:
    mapAttrs (
      name: type: if type == "directory" then walk file (folder + "/${name}") else file name type
    ) (readDir folder);
in
rec {
  inherit entries;

  # a tree as its folder's ancestor sees it, by the names that lead down
  lift =
    names: tree:
    if names == [ ] then tree else { ${builtins.head names} = lift (builtins.tail names) tree; };

  descend =
    names: tree:
    if names != [ ] && isAttrs tree then
      descend (builtins.tail names) (tree.${builtins.head names} or null)
    else
      tree;

  union =
    all:
    let
      whole = lib.findFirst isString null all;
      some = builtins.filter (tree: tree != null) all;
    in
    if whole != null then
      whole
    else if some == [ ] then
      null
    else
      lib.zipAttrsWith (_: union) some;

  intersection =
    a: b:
    if isAttrs a && isAttrs b then
      mapAttrs (name: intersection a.${name}) (builtins.intersectAttrs a b)
    else if a == null || isString b then
      a
    else
      b;

  difference =
    folder: tree: without:
    if tree == null || isString without then
      null
    else if without == null then
      tree
    else
      mapAttrs (name: each: difference (folder + "/${name}") each (without.${name} or null)) (
        entries folder tree
      );

  files =
    folder: tree:
    if isAttrs tree then
      builtins.concatLists (lib.mapAttrsToList (name: files (folder + "/${name}")) tree)
    else if tree == "directory" then
      files folder (readDir folder)
    else if tree == null then
      [ ]
    else
      [ folder ];

  # everything that is in another folder
  copied = walk (_: type: type);

  # what a predicate of `fileFilter` wants
  fulfilling =
    predicate:
    let
      file =
        name: type:
        let
          isWanted = predicate {
            inherit name type;
            hasExt = extension: lib.hasSuffix ".${extension}" name;
            # What predicates without `...` fail with is this name.
            "lib.fileset.fileFilter: The predicate function passed as the first argument must be able to handle extra attributes for future compatibility. If you're using `{ name, file, hasExt }:`, use `{ name, file, hasExt, ... }:` instead." =
              null;
          };
        in
        if isWanted then type else null;
    in
    {
      inherit file;
      folder = walk file;
    };

  # what a filter of `builtins.path` lets through, which is asked of paths as text
  letThrough =
    filter: root:
    let
      inherit (lib.path) splitRoot subpath;
      rootText = "/" + lib.concatStringsSep "/" (subpath.components (splitRoot root).subpath);
      below =
        folder: text:
        mapAttrs (
          name: type:
          let
            path = "${text}/${name}";
          in
          if !filter path type then
            null
          else if type == "directory" then
            below (folder + "/${name}") path
          else
            type
        ) (readDir folder);
    in
    below root rootText;
}
