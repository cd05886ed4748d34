# Modules of NixOS without the base system.
{ lib }:
{
  evalModules =
    {
      modules ? [ ],
      specialArgs ? { },
      prefix ? [ ],
    }:
    lib.evalModules {
      inherit modules prefix;
      class = "nixos";
      specialArgs = {
        modulesPath = toString ../modules;
      }
      // specialArgs;
    };
}
