# Modules for NixOS and Home Manager. `packagesFor` gives the packages that belong to a package set: it is how a module
# comes to its default package.
{ lib, packagesFor }:
let
  apply = file: lib.modules.importApply file { inherit packagesFor; };
  nixos = apply ./toshy.nix;
  home = apply ./home.nix;
in
{
  nixosModules = {
    toshy = nixos;
    default = nixos;
  };

  homeModules = {
    toshy = home;
    default = home;
  };
}
