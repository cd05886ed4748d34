# `import nixpkgs { system, config, overlays, … }`. Files of the user's home and the environment are not looked at.
{
  localSystem ? {
    system = args.system or builtins.currentSystem;
  },
  system ? localSystem.system,
  crossSystem ? localSystem,
  config ? { },
  overlays ? [ ],
  crossOverlays ? [ ],
  ...
}@args:
assert
  args ? localSystem
  -> !(args ? system) || throw "One of localSystem and system has to be given, not both";
import ./pkgs {
  lib = import ./lib;
  localSystem = if args ? localSystem then localSystem else { inherit system; };
  inherit
    config
    crossOverlays
    crossSystem
    overlays
    ;
}
