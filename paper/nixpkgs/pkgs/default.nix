# All packages of nixpkgs on paper, and the functions beside them, as a fixed point over which overlays are laid.
let
  inherit (builtins)
    foldl'
    fromJSON
    isFunction
    mapAttrs
    readFile
    ;
  # Out here, so that it is read once for all systems.
  inherit (fromJSON (readFile ./data/top.json)) names shapes;
  # What a fleet of another release asks for as well, laid in here for it.
  others =
    if builtins.pathExists ./data/others.json then fromJSON (readFile ./data/others.json) else { };
in
{
  lib,
  localSystem,
  crossSystem ? localSystem,
  config,
  overlays,
  crossOverlays ? [ ],
  # In what the packages differ from the usual ones, such as "static".
  variant ? null,
}:
let

  asSet = platform: if builtins.isString platform then { system = platform; } else platform;
  local = asSet localSystem;
  host = if crossSystem == null then local else asSet crossSystem;
  # Whoever asks only for packages needs no more of a platform than its name.
  systemOf = platform: platform.system or (lib.systems.elaborate platform).system;
  system = systemOf host;
  isCross = crossSystem != null && systemOf local != system;

  # Packages of different platforms are different ones.
  platform = {
    inherit system;
  }
  // (if variant == null then { } else { inherit variant; })
  // (if isCross then { from = systemOf local; } else { });

  onPaper =
    pkgs:
    let
      make = import ./thing.nix { inherit pkgs platform; };
      context = {
        inherit
          configuration
          host
          isCross
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
        functions = import ./functions/by-name.nix context;
      };
      value = import ./value.nix context;
      functions = import ./functions context;
      known = mapAttrs (name: entry: functions.${name} or (value shapes [ name ] entry)) names;
    in
    if others == { } then known else import ./of-others.nix context others // known;

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
    [ (_: overrides) ] ++ overlays ++ (if isCross then crossOverlays else [ ])
  ) pkgs;
in
pkgs
