# The functions, and the few other things, that nixpkgs has beside its packages, in the words of those who call them.
context:
let
  set = import ./set.nix context;
  text = import ./text.nix context;
  commands = import ./commands.nix context;
  trees = import ./trees.nix context;
  standard = import ./standard.nix context;
in
{
  inherit (set)
    _type
    appendOverlays
    buildPackages
    callPackage
    callPackages
    config
    extend
    lib
    newScope
    nixos
    overlays
    path
    pkgs
    pkgsBuildBuild
    pkgsBuildHost
    pkgsBuildTarget
    pkgsHostHost
    pkgsHostTarget
    pkgsTargetTarget
    pkgsCross
    pkgsi686Linux
    pkgsLLVM
    pkgsMusl
    pkgsStatic
    pkgsx86_64Darwin
    targetPackages
    ;

  inherit (text)
    concatScript
    concatText
    concatTextFile
    runtimeShell
    writeScript
    writeScriptBin
    writeShellApplication
    writeShellScript
    writeShellScriptBin
    writeText
    writeTextDir
    writeTextFile
    ;

  inherit (commands)
    runCommand
    runCommandCC
    runCommandLocal
    runCommandNoCC
    runCommandNoCCLocal
    runCommandWith
    ;

  inherit (trees)
    buildEnv
    linkFarm
    linkFarmFromDrvs
    makeDesktopItem
    symlinkJoin
    ;

  inherit (standard)
    buildPlatform
    hostPlatform
    mkShell
    mkShellNoCC
    stdenv
    stdenvNoCC
    system
    targetPlatform
    ;

  inherit (context.lib) makeOverridable;
  inherit (import ./for.nix context) emacsPackagesFor linuxPackagesFor;

  formats = import ./formats.nix context;
  writers = import ./writers.nix context;
  testers = import ./testers.nix context;
  inherit (import ./testers.nix context) nixosTest;
  pythonPackagesExtensions = [ ];
}
