# The standard environment, and the platform that it is for.
{
  lib,
  host,
  isCross,
  local,
  make,
  pkgs,
  system,
  ...
}@context:
let
  builder = import ./builder.nix context;
  unknown = import ../../declare/unknown.nix;

  hostPlatform = lib.systems.elaborate host;
  buildPlatform = if isCross then lib.systems.elaborate local else hostPlatform;

  # What there is although nobody says it.
  usual =
    builtins.listToAttrs (
      map
        (name: {
          inherit name;
          value = unknown "${name} of a package";
        })
        [
          "builder"
          "drvAttrs"
          "stdenv"
        ]
    )
    // builtins.listToAttrs (
      map
        (name: {
          inherit name;
          value = [ ];
        })
        [
          "buildInputs"
          "configureFlags"
          "depsBuildBuild"
          "nativeBuildInputs"
          "patches"
          "propagatedBuildInputs"
          "propagatedNativeBuildInputs"
        ]
    );

  environment =
    name:
    make {
      inherit name;
      label = name;
      kind = name;
      given = _: { };
      usual = {
        inherit buildPlatform hostPlatform system;
        targetPlatform = hostPlatform;
        inherit (hostPlatform)
          is32bit
          is64bit
          isAarch32
          isAarch64
          isBSD
          isBigEndian
          isCygwin
          isDarwin
          isFreeBSD
          isLinux
          isMips
          isOpenBSD
          isSunOS
          isi686
          isx86_32
          isx86_64
          ;
        mkDerivation =
          given:
          builder {
            label = "${name}.mkDerivation";
            inherit usual;
          } given;
        cc = if name == "stdenv" then pkgs.gcc else null;
        shell = pkgs.runtimeShell;
        shellPackage = pkgs.bash;
        hasCC = name == "stdenv";
        isStatic = false;
        extraNativeBuildInputs = [ ];
        extraBuildInputs = [ ];
        initialPath = unknown "initialPath of ${name}";
        allowedRequisites = null;
      };
    };

  stdenv = environment "stdenv";
  stdenvNoCC = environment "stdenvNoCC";

  shell =
    label:
    builder {
      inherit label usual;
      name = "nix-shell";
    };
in
{
  inherit
    buildPlatform
    hostPlatform
    stdenv
    stdenvNoCC
    system
    ;
  targetPlatform = hostPlatform;
  mkShell = shell "mkShell";
  mkShellNoCC = shell "mkShellNoCC";
}
