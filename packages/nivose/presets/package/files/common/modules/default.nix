# Modules for NixOS and Home Manager. `packagesFor` gives the packages that belong to a package set: it is how a module
# comes to its default package.
{ lib, packagesFor }:
let
  apply = file: lib.modules.importApply file { inherit packagesFor; };
  nixos = apply ./@file@.nix;
  home = apply ./home.nix;
in
{
  nixosModules = {
    @attr@ = nixos;
    default = nixos;
  };

  homeModules = {
    @attr@ = home;
    default = home;
  };
}
