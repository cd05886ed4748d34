# Packages of this repository, wherever `pkgs` is.
final: _: {
  boot-sectors = final.callPackage ../packages/boot-sectors { };
}
