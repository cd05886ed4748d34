# A set of packages, such as `python3Packages`, whose names are in a file of its own. Many of them are scopes: they call
# packages with what is in them, and overlays are laid over them as over the whole.
let
  inherit (builtins)
    fromJSON
    intersectAttrs
    isFunction
    mapAttrs
    readDir
    readFile
    ;
  # Out here, so that each is read once for all systems.
  files = mapAttrs (name: _: complete (fromJSON (readFile (./data/sets + "/${name}")))) (
    readDir ./data/sets
  );

  # Sets for several versions of a language have most names in common.
  complete =
    file:
    if file ? like then
      let
        base = files."${file.like}.json";
      in
      {
        shapes = base.shapes ++ file.shapes;
        names = removeAttrs (base.names // file.names) file.without;
      }
    else
      file;
in
{
  lib,
  make,
  pkgs,
  ...
}:
let

  laid =
    overlay: self: previous:
    let
      once = overlay self;
    in
    previous // (if isFunction once then once previous else once);

  # What a set has of these is not a package of it.
  scope = again: self: {
    inherit lib;
    callPackage = lib.callPackageWith (pkgs // self);
    callPackages = lib.callPackagesWith (pkgs // self);
    newScope = extra: lib.callPackageWith (pkgs // self // extra);
    extend = again;
    overrideScope = again;
    overrideScope' = overlay: again (self: previous: overlay self previous);
    override = change: again (change.overrides or (_: _: { }));
    packages = _: self;
    pkgs = pkgs;
  };

  # Functions that choose from a set.
  choosers =
    label: self:
    lib.genAttrs
      [
        "ghcWithHoogle"
        "ghcWithPackages"
        "hoogleWithPackages"
        "withPackages"
        "emacsWithPackages"
      ]
      (
        name: choose:
        make {
          inherit name;
          label = "${label}.${name}";
          kind = "${label}.${name}";
          given = _: { packages = if isFunction choose then choose self else choose; };
        }
      );

  setOf =
    value: path: file:
    let
      inherit (files."${file}.json") names shapes;
      label = lib.concatStringsSep "." path;
      # The interpreter of a set has that set, with whatever is laid over it.
      interpreted =
        self:
        if names ? python then
          {
            python = value shapes (path ++ [ "python" ]) names.python // {
              pkgs = self;
            };
          }
        else
          { };
      with' =
        overlays:
        let
          again = overlay: with' (overlays ++ [ overlay ]);
          own =
            mapAttrs (
              name: entry: if entry == "self" then self else value shapes (path ++ [ name ]) entry
            ) names
            // intersectAttrs names (scope again self // choosers label self // interpreted self);
          self = lib.foldl' (previous: overlay: laid overlay self previous) own overlays;
        in
        self;
    in
    with' (if lib.hasPrefix "python" file then pkgs.pythonPackagesExtensions else [ ]);
in
setOf
