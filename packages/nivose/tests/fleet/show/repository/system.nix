# A host that is made of one file and what is common to all of them.
file:
let
  modules = import ./lib/modules.nix;
in
modules.evalModules [
  ./modules/options.nix
  ./modules/base.nix
  ./modules/roles.nix
  file
]
// {
  pkgs = {
    path = "/nowhere/nixpkgs";
    stdenv.hostPlatform.system = "x86_64-linux";
  };
}
