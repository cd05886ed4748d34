# Sets of files, added, intersected and filtered, and at last made a source.
{ lib }:
let
  inherit (builtins)
    elemAt
    isPath
    pathExists
    typeOf
    ;
  inherit (lib) isStringLike;
  part = file: import file { inherit lib; };
  sets = part ./sets.nix;
  trees = part ./trees.nix;
  shown = part ./shown.nix;
  git = part ./git.nix;
  sourceFilter = part ./source-filter.nix;

  fileset = "lib.fileset";

  # both arguments as sets of files, for the functions that take two
  two =
    who: first: second: answer: a: b:
    let
      both = sets.coerceAll "${fileset}.${who}" [
        {
          context = first;
          value = a;
        }
        {
          context = second;
          value = b;
        }
      ];
    in
    answer (elemAt both 0) (elemAt both 1);

  # The objections to a root are in the order in which they are found out.
  demandRoot =
    root: set: within:
    let
      rootOf = path: (lib.path.splitRoot path).root;
      isEmpty = set._internalIsEmptyWithoutBase;
      shownRoot = toString root;
    in
    if !isPath root then
      if root ? _isLibCleanSourceWith then
        throw ''
          lib.fileset.toSource: `root` is a `lib.sources`-based value, but it should be a path instead.
              To use a `lib.sources`-based value, convert it to a file set using `lib.fileset.fromSource` and pass it as `fileset`.
              Note that this only works for sources created from paths.''
      else if isStringLike root then
        throw ''
          lib.fileset.toSource: `root` (${shownRoot}) is a string-like value, but it should be a path instead.
              Paths in strings are not supported by `lib.fileset`, use `lib.sources` or derivations instead.''
      else
        throw "lib.fileset.toSource: `root` is of type ${typeOf root}, but it should be a path instead."
    else if !isEmpty && rootOf root != rootOf set._internalBase then
      throw ''
        lib.fileset.toSource: Filesystem roots are not the same for `fileset` and `root` (${shownRoot}):
            `root`: Filesystem root is "${toString (rootOf root)}"
            `fileset`: Filesystem root is "${toString (rootOf set._internalBase)}"
            Different filesystem roots are not supported.''
    else if !pathExists root then
      throw "lib.fileset.toSource: `root` (${shownRoot}) is a path that does not exist."
    else if lib.filesystem.pathType root != "directory" then
      throw ''
        lib.fileset.toSource: `root` (${shownRoot}) is a file, but it should be a directory instead. Potential solutions:
            - If you want to import the file into the store _without_ a containing directory, use string interpolation or `builtins.path` instead of this function.
            - If you want to import the file into the store _with_ a containing directory, set `root` to the containing directory, such as ${toString (dirOf root)}, and set `fileset` to the file path.''
    else if !isEmpty && !lib.path.hasPrefix root set._internalBase then
      throw ''
        lib.fileset.toSource: `fileset` could contain files in ${toString set._internalBase}, which is not under the `root` (${shownRoot}). Potential solutions:
            - Set `root` to ${toString set._internalBase} or any directory higher up. This changes the layout of the resulting store path.
            - Set `fileset` to a file set that cannot contain files outside the `root` (${shownRoot}). This could change the files included in the result.''
    else
      within;
in
{
  toSource =
    { root, fileset }:
    let
      set = sets.coerce "lib.fileset.toSource: `fileset`" fileset;
      filter = sourceFilter set;
    in
    demandRoot root set (
      builtins.seq filter lib.sources.cleanSourceWith {
        name = "source";
        src = root;
        inherit filter;
      }
    );

  toList = set: sets.filesOf (sets.coerce "${fileset}.toList: Argument" set);

  trace = set: builtins.seq (shown (sets.coerce "${fileset}.trace: Argument" set)) (value: value);

  traceVal =
    given:
    let
      set = sets.coerce "${fileset}.traceVal: Argument" given;
    in
    builtins.seq (shown set) set;

  union = two "union" "First argument" "Second argument" (
    a: b:
    sets.union [
      a
      b
    ]
  );

  unions =
    given:
    let
      numbered = lib.imap0 (index: value: {
        context = "Element ${toString index}";
        inherit value;
      }) given;
    in
    if !builtins.isList given then
      throw "lib.fileset.unions: Argument is of type ${typeOf given}, but it should be a list instead."
    else
      sets.union (sets.coerceAll "${fileset}.unions" numbered);

  intersection = two "intersection" "First argument" "Second argument" sets.intersection;

  difference =
    two "difference" "First argument (positive set)" "Second argument (negative set)"
      sets.difference;

  fileFilter =
    predicate: path:
    if !lib.isFunction predicate then
      throw "lib.fileset.fileFilter: First argument is of type ${typeOf predicate}, but it should be a function instead."
    else if !isPath path then
      if path._type or "" == "fileset" then
        throw ''
          lib.fileset.fileFilter: Second argument is a file set, but it should be a path instead.
              If you need to filter files in a file set, use `intersection fileset (fileFilter pred ./.)` instead.''
      else
        throw "lib.fileset.fileFilter: Second argument is of type ${typeOf path}, but it should be a path instead."
    else if !pathExists path then
      throw "lib.fileset.fileFilter: Second argument (${toString path}) is a path that does not exist."
    else
      sets.at path (trees.fulfilling predicate);

  maybeMissing =
    path:
    if !isPath path then
      if isStringLike path then
        throw "lib.fileset.maybeMissing: Argument (\"${toString path}\") is a string-like value, but it should be a path instead."
      else
        throw "lib.fileset.maybeMissing: Argument is of type ${typeOf path}, but it should be a path instead."
    else if pathExists path then
      sets.of path
    else
      sets.empty;

  fromSource =
    source:
    let
      isFiltered = source ? _isLibCleanSourceWith;
      path = if isFiltered then source.origSrc else source;
    in
    if !isPath path then
      if isStringLike path then
        throw ''
          lib.fileset.fromSource: The source origin of the argument is a string-like value ("${toString path}"), but it should be a path instead.
              Sources created from paths in strings cannot be turned into file sets, use `lib.sources` or derivations instead.''
      else
        throw "lib.fileset.fromSource: The source origin of the argument is of type ${typeOf path}, but it should be a path instead."
    else if !pathExists path then
      throw "lib.fileset.fromSource: The source origin (${toString path}) of the argument is a path that does not exist."
    else if isFiltered && lib.filesystem.pathType path == "directory" then
      sets.create path (trees.letThrough source.filter path)
    else
      sets.of path;

  gitTracked = git "gitTracked" "argument" { };

  gitTrackedWith =
    {
      recurseSubmodules ? false,
    }:
    path:
    if !builtins.isBool recurseSubmodules then
      throw "lib.fileset.gitTrackedWith: Expected the attribute `recurseSubmodules` of the first argument to be a boolean, but it's a ${typeOf recurseSubmodules} instead."
    else
      git "gitTrackedWith" "second argument" (lib.optionalAttrs recurseSubmodules {
        submodules = true;
      }) path;
}
