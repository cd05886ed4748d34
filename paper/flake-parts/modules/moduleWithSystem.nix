# A module of NixOS (or another system) that takes arguments of `perSystem` for the system that it is evaluated for.
{ withSystem, ... }:
{
  _module.args.moduleWithSystem =
    module:
    { config, ... }:
    let
      inherit (config._module) args;
      system =
        args.system or args.pkgs.stdenv.hostPlatform.system
          or (throw "moduleWithSystem: Could not determine the configuration's system parameter for this module system application.");
      known = withSystem system (all: all);
      wanted = builtins.mapAttrs (
        name: _: known.${name} or (throw "moduleWithSystem: module argument `${name}` does not exist.")
      ) (builtins.functionArgs module);
    in
    {
      imports = [ (module wanted) ];
    };
}
