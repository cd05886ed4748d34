# A set of packages, such as `python3Packages`, whose names are in a file of its own. Many of them are scopes: they call
# packages with what is in them, and overlays are laid over them as over the whole.
{
  lib,
  make,
  pkgs,
  ...
}:
let
  inherit (builtins)
    fromJSON
    intersectAttrs
    isFunction
    mapAttrs
    readFile
    ;

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
      inherit (fromJSON (readFile (./data/sets + "/${file}.json"))) names shapes;
      label = lib.concatStringsSep "." path;
      with' =
        overlays:
        let
          again = overlay: with' (overlays ++ [ overlay ]);
          own =
            mapAttrs (name: value shapes (path ++ [ name ])) names
            // intersectAttrs names (scope again self // choosers label self);
          self = lib.foldl' (previous: overlay: laid overlay self previous) own overlays;
        in
        self;
    in
    with' (if lib.hasPrefix "python" file then pkgs.pythonPackagesExtensions else [ ]);
in
setOf
