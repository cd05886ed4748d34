# A set of files is a folder, its base, and a tree of what is in the set below it (see `trees.nix`). The attributes are those
# of nixpkgs, so that a set can go from one library to the other.
{ lib }:
let
  inherit (builtins) elemAt isPath length;
  trees = import ./trees.nix { inherit lib; };

  version = 3;

  marks = {
    _type = "fileset";
    _internalVersion = version;
    # for whoever prints or compares one by mistake
    _noEval = throw ''
      lib.fileset: Directly evaluating a file set is not supported.
        To turn it into a usable source, use `lib.fileset.toSource`.
        To pretty-print the contents, use `lib.fileset.trace` or `lib.fileset.traceVal`.'';
  };

  # nothing, of which nobody knows where it is not
  empty = marks // {
    _internalIsEmptyWithoutBase = true;
  };

  partsOf =
    base:
    let
      split = lib.path.splitRoot base;
    in
    {
      _internalBaseRoot = split.root;
      _internalBaseComponents = lib.path.subpath.components split.subpath;
    };

  create =
    base: tree:
    marks
    // partsOf base
    // {
      _internalIsEmptyWithoutBase = false;
      _internalBase = base;
      _internalTree = tree;
    };

  # The set at a path, of a folder or of a single file: `select` says what of it is in the set.
  at =
    path: select:
    let
      type = lib.filesystem.pathType path;
      name = baseNameOf path;
    in
    if type == "directory" then
      create path (select.folder path)
    else
      create (dirOf path) { ${name} = select.file name type; };

  of =
    path:
    at path {
      folder = _: "directory";
      file = _: type: type;
    };

  # what older versions of the library made
  upgraded =
    set:
    lib.optionalAttrs (set._internalVersion < 1) (partsOf set._internalBase)
    // {
      _internalVersion = version;
    }
    // lib.optionalAttrs (set._internalVersion < 3) { _internalIsEmptyWithoutBase = false; };

  coerce =
    context: value:
    if value._type or "" == "fileset" then
      if value._internalVersion > version then
        throw ''
          ${context} is a file set created from a future version of the file set library with a different internal representation:
              - Internal version of the file set: ${toString value._internalVersion}
              - Internal version of the library: ${toString version}
              Make sure to update your Nixpkgs to have a newer version of `lib.fileset`.''
      else if value._internalVersion < version then
        value // upgraded value
      else
        value
    else if !isPath value then
      if value ? _isLibCleanSourceWith then
        throw ''
          ${context} is a `lib.sources`-based value, but it should be a file set or a path instead.
              To convert a `lib.sources`-based value to a file set you can use `lib.fileset.fromSource`.
              Note that this only works for sources created from paths.''
      else if lib.isStringLike value then
        throw ''
          ${context} ("${toString value}") is a string-like value, but it should be a file set or a path instead.
              Paths represented as strings are not supported by `lib.fileset`, use `lib.sources` or derivations instead.''
      else
        throw "${context} is of type ${builtins.typeOf value}, but it should be a file set or a path instead."
    else if !builtins.pathExists value then
      throw ''
        ${context} (${toString value}) is a path that does not exist.
            To create a file set from a path that may not exist, use `lib.fileset.maybeMissing`.''
    else
      of value;

  hasBase = set: !set._internalIsEmptyWithoutBase;

  coerceAll =
    who: given:
    let
      sets = map ({ context, value }: coerce "${who}: ${context}" value) given;
      rootOf = index: (elemAt sets index)._internalBaseRoot;
      based = builtins.filter (index: hasBase (elemAt sets index)) (lib.range 0 (length sets - 1));
      root = rootOf (builtins.head based);
      other = lib.findFirst (index: rootOf index != root) null based;
    in
    if based != [ ] && other != null then
      throw ''
        ${who}: Filesystem roots are not the same:
            ${(builtins.head given).context}: Filesystem root is "${toString root}"
            ${(elemAt given other).context}: Filesystem root is "${toString (rootOf other)}"
            Different filesystem roots are not supported.''
    else
      sets;

  depth = set: length set._internalBaseComponents;
  sharedDepth =
    a: b: length (lib.lists.commonPrefix a._internalBaseComponents b._internalBaseComponents);

  # The tree of a set as seen from a folder above its base, or below.
  from =
    components: set:
    let
      names = set._internalBaseComponents;
    in
    if length components <= length names then
      trees.lift (lib.drop (length components) names) set._internalTree
    else
      trees.descend (lib.drop (length names) components) set._internalTree;
in
{
  inherit
    empty
    create
    at
    of
    coerce
    coerceAll
    ;

  filesOf = set: if hasBase set then trees.files set._internalBase set._internalTree else [ ];

  union =
    all:
    let
      sets = builtins.filter hasBase all;
      first = builtins.head sets;
      shared = builtins.foldl' (
        names: set: lib.lists.commonPrefix names set._internalBaseComponents
      ) first._internalBaseComponents (builtins.tail sets);
      base = lib.path.append first._internalBaseRoot (lib.path.subpath.join shared);
    in
    if sets == [ ] then empty else create base (trees.union (map (from shared) sets));

  # What two sets share is below the deeper base, if that is below the other one.
  intersection =
    a: b:
    let
      shared = sharedDepth a b;
      deeper =
        if shared == depth a then
          b
        else if shared == depth b then
          a
        else
          null;
      treeOf = from deeper._internalBaseComponents;
    in
    if !(hasBase a) || !(hasBase b) || deeper == null then
      empty
    else
      create deeper._internalBase (trees.intersection (treeOf a) (treeOf b));

  difference =
    positive: negative:
    let
      shared = sharedDepth positive negative;
      isRelated = shared == depth positive || shared == depth negative;
      without = if isRelated then from positive._internalBaseComponents negative else null;
    in
    if !(hasBase positive) then
      empty
    else if !(hasBase negative) then
      positive
    else
      create positive._internalBase (
        trees.difference positive._internalBase positive._internalTree without
      );
}
