# What the flake has for each system: modules that are evaluated once per system.
{
  config,
  self,
  lib,
  flake-parts-lib,
  ...
}:
let
  inherit (lib) mkOption types;
  inherit (lib.strings) escapeNixIdentifier;

  perInput = config.perInput;

  # Arguments of the outer modules, which people expect in `perSystem`, too.
  elsewhere =
    note: name:
    throw ''
      `${name}`${note} is not a `perSystem` module argument, but a module argument of the top level config.

      Take it where the outer module begins:

          top@{ config, lib, ${name}, ... }: {
            perSystem = { config, ... }: {
              # ${name} can be used here, and config of the outer module is top.config
            };
          }
    '';

  forInput =
    system: name: input:
    builtins.addErrorContext
      "while retrieving system-dependent attributes for input ${escapeNixIdentifier name}"
      (
        if input._type or null == "flake" then
          perInput system input
        else
          throw "Trying to retrieve system-dependent attributes for input ${escapeNixIdentifier name}, but this input is not a flake. It may have `flake = false`, or you meant `inputs` and not `inputs'`."
      );

  argumentsOf =
    { system, ... }:
    {
      _file = ./perSystem.nix;
      _module.args = {
        inputs' = lib.mapAttrs (forInput system) self.inputs;
        self' = builtins.addErrorContext "while retrieving system-dependent attributes for a flake's own outputs" (
          perInput system self
        );
        self = elsewhere " (without `'`)" "self";
        inputs = elsewhere " (without `'`)" "inputs";
        getSystem = elsewhere "" "getSystem";
        withSystem = elsewhere "" "withSystem";
        moduleWithSystem = elsewhere "" "moduleWithSystem";
      };
    };

  # Systems that the flake does not list can be asked for as well, and are evaluated once.
  otherSystem = flake-parts-lib.memoizeStr config.perSystem;
in
{
  options = {
    systems = mkOption {
      type = types.listOf types.str;
      description = "The systems that outputs are made for.";
    };
    perInput = mkOption {
      type = types.functionTo (types.functionTo (types.lazyAttrsOf types.unspecified));
      description = "From a system and a flake to what the flake has for this system.";
    };
    perSystem = mkOption {
      type = flake-parts-lib.mkPerSystemType argumentsOf;
      description = "Modules that are evaluated for each system.";
      apply =
        modules: system:
        (lib.evalModules {
          inherit modules;
          class = "perSystem";
          prefix = [
            "perSystem"
            system
          ];
          specialArgs = { inherit system; };
        }).config;
    };
    allSystems = mkOption {
      type = types.lazyAttrsOf types.unspecified;
      internal = true;
    };
  };

  config = {
    allSystems = lib.genAttrs config.systems config.perSystem;
    _module.args = {
      getSystem = system: config.allSystems.${system} or (otherSystem system);
      getSystemIgnoreWarning = system: config.allSystems.${system} or (config.perSystem system);
    };
  };
}
