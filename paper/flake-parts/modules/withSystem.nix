# `withSystem SYSTEM FUNCTION` calls a function with the arguments that modules of `perSystem` get.
{
  lib,
  flake-parts-lib,
  getSystem,
  ...
}:
let
  inherit (lib) types;
in
{
  options.perSystem = flake-parts-lib.mkPerSystemOption (
    {
      config,
      options,
      specialArgs,
      ...
    }:
    {
      _file = ./withSystem.nix;
      options.allModuleArgs = lib.mkOption {
        type = types.lazyAttrsOf (types.raw or types.unspecified);
        internal = true;
        readOnly = true;
      };
      config.allModuleArgs = config._module.args // specialArgs // { inherit config options; };
    }
  );

  config._module.args.withSystem = system: function: function (getSystem system).allModuleArgs;
}
