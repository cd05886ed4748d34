# Sets of packages that are called with each other.
{ lib }:
let
  inherit (lib) extends;
in
rec {
  makeScope =
    newScope: make:
    let
      extended = overlay: makeScope newScope (extends overlay make);
      scope = make scope // {
        newScope = more: newScope (scope // more);
        callPackage = scope.newScope { };
        overrideScope = extended;
        overrideScope' =
          overlay:
          lib.warnIf (lib.isInOldestRelease 2311)
            "`overrideScope'` (from `lib.makeScope`) has been renamed to `overrideScope`."
            (extended overlay);
        packages = make;
      };
    in
    scope;

  makeScopeWithSplicing =
    splicePackages: newScope: otherSplices: keep: extra: f:
    makeScopeWithSplicing' { inherit splicePackages newScope; } {
      inherit
        otherSplices
        keep
        extra
        f
        ;
    };

  makeScopeWithSplicing' =
    { splicePackages, newScope }:
    {
      otherSplices,
      keep ? _: { },
      extra ? _: { },
      f,
    }:
    let
      packages = splicePackages {
        pkgsBuildBuild = otherSplices.selfBuildBuild;
        pkgsBuildHost = otherSplices.selfBuildHost;
        pkgsBuildTarget = otherSplices.selfBuildTarget;
        pkgsHostHost = otherSplices.selfHostHost;
        # the scope with what overlays made of it, and not the one that is given
        pkgsHostTarget = scope;
        pkgsTargetTarget = otherSplices.selfTargetTarget;
      };
      spliced = extra packages // packages // keep scope;
      scope = f scope // {
        newScope = more: newScope (spliced // more);
        callPackage = newScope spliced;
        overrideScope =
          overlay:
          makeScopeWithSplicing' { inherit splicePackages newScope; } {
            inherit otherSplices keep extra;
            f = extends overlay f;
          };
        packages = f;
      };
    in
    scope;
}
