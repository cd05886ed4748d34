# With `debug = true`, the flake has what its modules were evaluated to as outputs.
{
  config,
  options,
  extendModules,
  lib,
  flake-parts-lib,
  getSystem,
  ...
}:
let
  inherit (lib) mkOption types;

  shown =
    {
      config,
      options,
      extendModules,
    }:
    config
    // {
      inherit (config) _module;
      inherit config options extendModules;
    };
in
{
  options.debug = mkOption {
    type = types.bool;
    default = false;
  };
  options.perSystem = flake-parts-lib.mkPerSystemOption (
    {
      config,
      options,
      extendModules,
      ...
    }:
    {
      _file = ./debug.nix;
      options.debug = mkOption { type = types.lazyAttrsOf types.raw; };
      config.debug = shown { inherit config options extendModules; };
    }
  );

  config.flake = lib.mkIf config.debug (
    {
      debug = shown { inherit config options extendModules; };
      allSystems = lib.mapAttrs (_: system: system.debug) config.allSystems;
    }
    // lib.optionalAttrs (builtins ? currentSystem) {
      currentSystem = (getSystem builtins.currentSystem).debug;
    }
  );
}
