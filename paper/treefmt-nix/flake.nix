{
  description = "treefmt-nix on paper";

  inputs.nixpkgs.url = "github:nixos/nixpkgs/nixpkgs-unstable";

  outputs =
    { self, nixpkgs }:
    let
      eachSystem = nixpkgs.lib.genAttrs [
        "aarch64-darwin"
        "aarch64-linux"
        "x86_64-linux"
      ];
    in
    {
      lib = import ./.;
      flakeModule = ./flake-module.nix;
      formatter = eachSystem (
        system: self.lib.mkWrapper nixpkgs.legacyPackages.${system} { projectRootFile = "flake.nix"; }
      );
    };
}
