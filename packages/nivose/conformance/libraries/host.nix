# A host with all that the module system tells of modules, for each library that `libraries.ts` is given.
{ lib }:
lib.evalModules {
  modules = [
    ./options.nix
    (
      { lib, ... }:
      {
        new = lib.mkAfter [ "inline" ];
        sub.z.x = 1;
      }
    )
  ];
}
