# All packages of nixpkgs on paper, and the functions beside them, as a fixed point over which overlays are laid.
{
  lib,
  localSystem,
  crossSystem ? localSystem,
  config,
  overlays,
  crossOverlays ? [ ],
}:
let
  inherit (builtins)
    foldl'
    fromJSON
    isFunction
    mapAttrs
    readFile
    ;
  inherit (fromJSON (readFile ./data/top.json)) names shapes;

  asSet = platform: if builtins.isString platform then { system = platform; } else platform;
  local = asSet localSystem;
  host = if crossSystem == null then local else asSet crossSystem;
  # Whoever asks only for packages needs no more of a platform than its name.
  system = host.system or (lib.systems.elaborate host).system;

  make = import ./thing.nix { inherit system; };

  onPaper =
    pkgs:
    let
      context = {
        inherit
          configuration
          host
          lib
          local
          make
          overlays
          pkgs
          system
          ;
        again = given: import ./. (arguments // given);
        inherit package value;
      };
      package = import ./package.nix {
        inherit make;
        special = import ./special context;
      };
      value = import ./value.nix context;
      functions = import ./functions context;
    in
    mapAttrs (name: entry: functions.${name} or (value shapes [ name ] entry)) names;

  arguments = {
    inherit
      config
      crossOverlays
      crossSystem
      lib
      localSystem
      overlays
      ;
  };

  configuration = import ./config.nix { inherit lib pkgs config; };

  overrides = pkgs: configuration.packageOverrides or (_: { }) pkgs;

  extended =
    previous: overlay: pkgs:
    let
      before = previous pkgs;
      once = overlay pkgs;
    in
    before // (if isFunction once then once before else once);

  pkgs = foldl' extended onPaper (
    [ (_: overrides) ]
    ++ overlays
    ++ (if crossSystem == null || local == host then [ ] else crossOverlays)
  ) pkgs;
in
pkgs
