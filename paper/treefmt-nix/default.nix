# The library of treefmt-nix. Its functions take a package set and a module.
let
  module-options = ./options.nix;
  programs = import ./programs.nix;

  specialArgs = { inherit (programs) mkFormatterModule; };

  all-modules =
    pkgs:
    [
      {
        _module.args = {
          inherit pkgs;
          inherit (pkgs) lib;
        };
      }
      module-options
    ]
    ++ programs.modules;

  # As a part of another configuration, which gives the package set as an option.
  withPackagesOption =
    { config, lib, ... }:
    {
      options.pkgs = lib.mkOption {
        type = lib.types.uniq (lib.types.lazyAttrsOf (lib.types.raw or lib.types.unspecified));
      };
      config._module.args = { inherit (config) pkgs; };
    };
  submodule-modules = [
    withPackagesOption
    module-options
  ]
  ++ programs.modules;

  evalModule =
    pkgs: configuration:
    pkgs.lib.evalModules {
      inherit specialArgs;
      modules = all-modules pkgs ++ [ configuration ];
    };
  built = pkgs: configuration: (evalModule pkgs configuration).config.build;
in
{
  inherit
    all-modules
    evalModule
    module-options
    programs
    submodule-modules
    ;
  mkConfigFile = pkgs: configuration: (built pkgs configuration).configFile;
  mkWrapper = pkgs: configuration: (built pkgs configuration).wrapper;

  submoduleWith =
    lib: given:
    lib.types.submoduleWith {
      modules = submodule-modules ++ given.modules or [ ];
      specialArgs = specialArgs // given.specialArgs or { };
    };
}
