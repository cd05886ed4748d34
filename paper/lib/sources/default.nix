# Parts of folders as sources of packages.
{ lib }:
let
  git = import ./git.nix { inherit lib; };

  # a source, and what it says of a plain path
  attributesOf =
    source:
    if source ? _isLibCleanSourceWith then
      { inherit (source) origSrc filter name; }
    else
      {
        origSrc = source;
        filter = _: _: true;
        name = "source";
      };

  fromAttributes =
    {
      origSrc,
      filter,
      name,
    }:
    {
      _isLibCleanSourceWith = true;
      inherit origSrc filter name;
      outPath = builtins.path {
        path = origSrc;
        inherit filter name;
      };
    };

  pathHasContext = builtins.hasContext or (lib.hasPrefix builtins.storeDir);

  # what moved to another family is still here, with a warning
  moved =
    name:
    lib.warnIf (lib.oldestSupportedReleaseIsAtLeast 2305)
      "lib.sources.${name} has been moved to lib.filesystem.${name}."
      lib.filesystem.${name};

  hasSuffixOf = suffixes: name: lib.any (suffix: lib.hasSuffix suffix name) suffixes;
in
rec {
  inherit (git) commitIdFromGitRepo pathIsGitRepo;
  inherit pathHasContext;
  pathType = moved "pathType";
  pathIsDirectory = moved "pathIsDirectory";
  pathIsRegularFile = moved "pathIsRegularFile";

  canCleanSource = source: source ? _isLibCleanSourceWith || !(pathHasContext (toString source));

  # no repositories of version control, no backups and swap files of editors, no results of builds
  cleanSourceFilter =
    path: type:
    let
      name = baseNameOf (toString path);
      isRepository =
        name == ".git"
        ||
          type == "directory"
          && builtins.elem name [
            ".svn"
            "CVS"
            ".hg"
          ];
      isSwapFile = builtins.match "(\\..*)?\\.sw[a-z]" name != null;
      isResult = type == "symlink" && lib.hasPrefix "result" name;
    in
    !(
      isRepository || hasSuffixOf [ "~" ".o" ".so" ] name || isSwapFile || isResult || type == "unknown"
    );

  cleanSource =
    src:
    cleanSourceWith {
      inherit src;
      filter = cleanSourceFilter;
    };

  # A source of a source has what both let through.
  cleanSourceWith =
    {
      src,
      filter ? _: _: true,
      name ? null,
    }:
    let
      source = attributesOf src;
    in
    fromAttributes {
      inherit (source) origSrc;
      name = if name == null then source.name else name;
      filter = path: type: filter path type && source.filter path type;
    };

  trace =
    src:
    let
      source = attributesOf src;
      traced =
        path: type:
        let
          isIn = source.filter path type;
        in
        builtins.trace "${source.name}.filter ${path} = ${lib.boolToString isIn}" isIn;
    in
    fromAttributes (source // { filter = traced; })
    // {
      satisfiesSubpathInvariant = src ? satisfiesSubpathInvariant && src.satisfiesSubpathInvariant;
    };

  sourceByRegex =
    src: expressions:
    let
      root = toString (attributesOf src).origSrc + "/";
    in
    lib.cleanSourceWith {
      inherit src;
      filter =
        path: _:
        let
          below = lib.removePrefix root (toString path);
        in
        lib.any (expression: builtins.match expression below != null) expressions;
    };

  sourceFilesBySuffices =
    src: suffixes:
    cleanSourceWith {
      inherit src;
      filter = path: type: type == "directory" || hasSuffixOf suffixes (baseNameOf (toString path));
    };
}
