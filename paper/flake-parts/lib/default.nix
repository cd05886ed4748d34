# The library of flake-parts: evaluates the modules of a flake and has what such modules are made with.
{
  lib,
  core,
  extras,
  lib-rev ? null,
}:
let
  oldest = "23.05pre-git";

  flake-parts-lib =
    import ./evaluate.nix { inherit lib core flake-parts-lib; }
    // import ./types.nix { inherit lib; }
    // import ./modules.nix { inherit lib flake-parts-lib extras; }
    // {
      memoizeStr = import ./memoize.nix { inherit lib; };
    };
in
if builtins.compareVersions lib.version oldest < 0 then
  abort ''
    The nixpkgs-lib dependency of flake-parts was overridden but is too old.
    It is ${lib.version}${
      if lib-rev == null then "" else " (revision ${lib-rev})"
    }, and the oldest that works is ${oldest}.
  ''
else
  flake-parts-lib
