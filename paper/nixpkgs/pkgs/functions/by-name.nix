# A function of nixpkgs of which only the name is known. Most of them make a package; which do, their names tell.
{ lib, make, ... }@context:
let
  unknown = import ../../declare/unknown.nix;
  builder = import ./builder.nix context;

  verbs = [
    "apply"
    "build"
    "bundler"
    "compress"
    "copy"
    "emacsWithPackages"
    "export"
    "extract"
    "invalidateFetcherByDrvHash"
    "linuxManualConfig"
    "fetch"
    "make"
    "melpa"
    "merge"
    "mk"
    "nixosTest"
    "php"
    "pull"
    "run"
    "stream"
    "shellcheck"
    "substitute"
    "tar"
    "test"
    "texliveInfra"
    "trivialBuild"
    "wrap"
    "write"
    "yarn"
  ];

  # A package in, the same package out.
  same = [
    "dontDistribute"
    "dontRecurseIntoAttrs"
    "hiPrio"
    "lowPrio"
    "recurseIntoAttrs"
    "toPythonApplication"
    "toPythonModule"
  ];

  # What is made depends on two things, one after the other.
  twice = [
    "addBuildDepend"
    "addBuildDepends"
    "appendConfigureFlag"
    "appendConfigureFlags"
    "appendPatch"
    "appendPatches"
    "callHackageDirect"
    "copyPathToStore"
    "makeSetupHook"
    "overrideCabal"
    "overrideSrc"
    "replaceVars"
    "replaceVarsWith"
    "wrapFirefox"
    "wrapNeovim"
    "wrapNeovimUnstable"
    "wrapThunderbird"
    "zipModules"
  ];
in
label: name:
if builtins.elem name same then
  package: package
else if builtins.elem name twice then
  first: second:
  make {
    inherit label name;
    kind = label;
    given = _: {
      inherit first second;
    };
  }
else if lib.any (verb: lib.hasPrefix verb name) verbs then
  builder {
    inherit label;
    name = if lib.hasPrefix "fetch" name then "source" else name;
  }
else if name == "extensionsFromVscodeMarketplace" then
  map (builder {
    inherit label;
  })
else
  _: unknown "what ${label} makes"
