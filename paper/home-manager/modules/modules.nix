# The modules of every home.
{
  pkgs,
  lib,
  check ? true,
  useNixpkgsModule ? true,
}:
let
  modules = import ./module-list.nix ++ [
    (if useNixpkgsModule then ./nixpkgs.nix else ./nixpkgs-disabled.nix)
  ];
in
modules
++ [
  {
    _file = ./modules.nix;
    config = {
      _module.args = {
        baseModules = modules;
        pkgsPath = lib.mkDefault pkgs.path;
        pkgs = lib.mkDefault pkgs;
      };
      _module.check = check;
      lib = lib.hm;
    }
    // lib.optionalAttrs useNixpkgsModule {
      nixpkgs.system = lib.mkDefault pkgs.stdenv.hostPlatform.system;
    };
  }
]
