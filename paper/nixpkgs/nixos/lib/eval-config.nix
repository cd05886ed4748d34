# A whole system: the modules of a configuration together with the base system.
given@{
  modules,
  system ? builtins.currentSystem,
  pkgs ? null,
  lib ? import ../../lib,
  baseModules ? import ../modules/module-list.nix,
  extraModules ? [ ],
  specialArgs ? { },
  extraArgs ? { },
  check ? true,
  prefix ? [ ],
  modulesLocation ? (builtins.unsafeGetAttrPos "modules" given).file or null,
}:
let
  inherit (import ./eval-config-minimal.nix { inherit lib; }) evalModules;

  warned =
    lib.warnIf (given ? extraArgs)
      "The extraArgs argument to eval-config.nix is deprecated. Please set config._module.args instead."
      (
        lib.warnIf (given ? check)
          "The check argument to eval-config.nix is deprecated. Please set config._module.check instead."
          system'
      );

  # Modules that were written in place have no file; the one that wrote them is named in messages instead.
  located =
    if modulesLocation == null then
      modules
    else
      map (lib.setDefaultModuleLocation modulesLocation) modules;

  legacy =
    lib.optional (given ? extraArgs) { config._module.args = extraArgs; }
    ++ lib.optional (given ? check) { config._module.check = lib.mkDefault check; };

  packages = {
    _file = ./eval-config.nix;
    key = toString ./eval-config.nix;
    config = lib.mkMerge (
      lib.optional (system != null) { nixpkgs.system = lib.mkDefault system; }
      ++ lib.optional (pkgs != null) { nixpkgs.pkgs = pkgs; }
    );
  };

  # What else is evaluated from the same modules, such as a specialisation, finds them in its arguments.
  arguments.config._module.args = {
    inherit
      noUserModules
      baseModules
      extraModules
      modules
      ;
  };

  noUserModules = evalModules {
    inherit prefix specialArgs;
    modules =
      baseModules
      ++ [ ../declarations.nix ]
      ++ extraModules
      ++ [
        packages
        arguments
      ];
  };

  complete =
    evaluated:
    evaluated
    // {
      inherit extraArgs lib;
      inherit (evaluated._module.args) pkgs;
      extendModules = args: complete (evaluated.extendModules args);
    };

  system' = complete (noUserModules.extendModules { modules = located ++ legacy; });
in
warned
