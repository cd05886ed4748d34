# All packages. `sources` has a folder for each program that is built here.
{ pkgs, sources }:
let
  python3 = pkgs.python3.override {
    self = python3;
    packageOverrides = import ./python-deps.nix { inherit sources; };
  };
  pythonPackages = python3.pkgs;
in
rec {
  inherit (pythonPackages) xwaykeyz;

  toshy = pkgs.callPackage ./toshy.nix {
    inherit pythonPackages;
    upstream = sources.toshy;
  };

  default = toshy;
}
