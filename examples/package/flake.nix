{
  description = "Keymapper that makes Linux work like a Mac, as a flake";

  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";
    toshy = {
      url = "github:RedBearAK/toshy/Toshy_v24.12.1";
      flake = false;
    };
    xwaykeyz = {
      url = "github:RedBearAK/xwaykeyz/c4949910a1b683696a61f9f8cbb7c7c0e24075dc";
      flake = false;
    };
    hyprpy = {
      url = "github:ulinja/hyprpy/v0.1.10";
      flake = false;
    };
  };

  outputs =
    { self, nixpkgs, ... }@inputs:
    let
      inherit (nixpkgs) lib;

      systems = [
        "x86_64-linux"
        "aarch64-linux"
      ];

      forEachSystem = draw: lib.genAttrs systems (system: draw nixpkgs.legacyPackages.${system});

      # What is built. Another version is another source: `nix build --override-input toshy github:RedBearAK/toshy/TAG`.
      sources = { inherit (inputs) hyprpy toshy xwaykeyz; };

      modules = import ./modules {
        inherit lib;
        packagesFor = pkgs: self.packages.${pkgs.stdenv.hostPlatform.system};
      };
    in
    {
      packages = forEachSystem (pkgs: import ./packages { inherit pkgs sources; });

      overlays.default = import ./overlays { inherit sources; };

      inherit (modules) nixosModules homeModules;

      devShells = forEachSystem (pkgs: {
        default = import ./shell.nix {
          inherit pkgs;
          packages = self.packages.${pkgs.stdenv.hostPlatform.system};
        };
      });

      checks = forEachSystem (pkgs: import ./checks { inherit pkgs self; });

      # The plan names nixpkgs-fmt, which is archived; README.md says what to know and how to change it.
      formatter = forEachSystem (pkgs: pkgs.nixpkgs-fmt);
    };
}
