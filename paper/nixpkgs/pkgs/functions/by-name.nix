# A function of nixpkgs of which only the name is known. Most of them make a package; which do, their names tell.
{ lib, make, ... }@context:
let
  unknown = import ../../declare/unknown.nix;
  builder = import ./builder.nix context;

  # These make a package of one thing; a set is what the package has.
  builders = [
    "applyPatches"
    "build"
    "bundler"
    "fetch"
    "nixosTest"
    "php"
    "pull"
    "run"
    "stream"
    "substitute"
    "symlinkJoin"
    "test"
    "trivialBuild"
    "melpaBuild"
    "elpaBuild"
    "yarn2nix"
  ];

  # These of one thing or of more, one after the other: how many, their names do not tell.
  makers = [
    "add"
    "append"
    "aspellWithDicts"
    "blender-with-packages"
    "closureInfo"
    "compress"
    "copy"
    "disable"
    "do"
    "dont"
    "emacsWithPackages"
    "enable"
    "export"
    "extract"
    "fail"
    "genericUpdater"
    "gitUpdater"
    "hunspellWithDicts"
    "invalidate"
    "just"
    "linuxManualConfig"
    "make"
    "merge"
    "mk"
    "mpdWithFeatures"
    "nix-update-script"
    "nuspellWithDicts"
    "onlyBin"
    "override"
    "package"
    "portableService"
    "prepend"
    "puredata-with-plugins"
    "qtEnv"
    "remove"
    "replace"
    "requireFile"
    "setup"
    "shellcheck"
    "srcOnly"
    "tar"
    "unmark"
    "unstableGitUpdater"
    "use"
    "with"
    "wrap"
    "write"
    "zip"
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

  startsWith = verbs: name: lib.any (verb: lib.hasPrefix verb name) verbs;

  # A package that can be called with one thing more, and is then another one.
  maker =
    label: name: things:
    let
      thing = builtins.head things;
      isPlain = builtins.isAttrs thing && !(thing ? outPath || thing ? __functor);
    in
    make {
      inherit label;
      name = if isPlain && thing ? name then thing.name else name;
      kind = label;
      usual.__functor = _: more: maker label name (things ++ [ more ]);
      given = _: { inherit things; };
    };
in
label: name:
if builtins.elem name same then
  package: package
else if name == "extensionsFromVscodeMarketplace" then
  map (builder {
    inherit label;
  })
else if name == "importNpmLock" then
  # what it makes is put into place by a hook that it has
  builder { inherit label; }
  // {
    npmConfigHook = make {
      label = "${label}.npmConfigHook";
      name = "npm-config-hook";
      kind = label;
      given = _: { };
    };
  }
else if startsWith builders name then
  builder {
    inherit label;
    name = if lib.hasPrefix "fetch" name then "source" else name;
  }
else if startsWith makers name then
  thing: maker label name [ thing ]
else
  _: unknown "what ${label} makes"
