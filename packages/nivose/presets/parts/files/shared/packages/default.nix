# Our own packages, for a package set.
pkgs: {
  landing-page = pkgs.callPackage ./landing-page { };
}
