# What is about the package set itself: calling packages with it, laying overlays over it, and the same set for another
# platform.
{
  lib,
  again,
  configuration,
  overlays,
  pkgs,
  system,
  ...
}:
let
  for = platform: again { crossSystem = platform; };

  # The sets that differ in how they are built.
  built = variant: again { inherit variant; };
in
{
  _type = "pkgs";
  inherit lib overlays pkgs;
  config = configuration;
  path = ../..;

  callPackage = lib.callPackageWith pkgs;
  callPackages = lib.callPackagesWith pkgs;
  newScope = extra: lib.callPackageWith (pkgs // extra);

  extend = overlay: again { overlays = overlays ++ [ overlay ]; };
  appendOverlays = more: if more == [ ] then pkgs else again { overlays = overlays ++ more; };

  nixos =
    configurations:
    let
      modules = if builtins.isList configurations then configurations else [ configurations ];
      evaluated = import ../../nixos/lib/eval-config.nix {
        inherit lib pkgs;
        inherit system;
        inherit modules;
      };
    in
    evaluated.config.system.build
    // {
      inherit (evaluated) config options;
    };

  buildPackages = pkgs;
  pkgsBuildBuild = pkgs;
  pkgsBuildHost = pkgs;
  pkgsBuildTarget = pkgs;
  pkgsHostHost = pkgs;
  pkgsHostTarget = pkgs;
  pkgsTargetTarget = pkgs;
  targetPackages = pkgs;

  pkgsCross = builtins.mapAttrs (_: for) lib.systems.examples;
  pkgsi686Linux = again {
    localSystem = "i686-linux";
    crossSystem = null;
  };
  pkgsx86_64Darwin = again {
    localSystem = "x86_64-darwin";
    crossSystem = null;
  };
  pkgsLLVM = built "llvm";
  pkgsMusl = built "musl";
  pkgsStatic = built "static";
}
