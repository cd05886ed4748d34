{
  description = "Understands a Nix fleet: explains it, checks it, changes it with proof, deploys it safely";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";

  outputs =
    { self, nixpkgs }:
    let
      systems = [
        "x86_64-linux"
        "aarch64-linux"
        "aarch64-darwin"
        "x86_64-darwin"
      ];
      eachSystem =
        outputs: nixpkgs.lib.genAttrs systems (system: outputs nixpkgs.legacyPackages.${system});
    in
    {
      packages = eachSystem (pkgs: rec {
        nivose = pkgs.callPackage ./nix/package.nix { };
        default = nivose;
      });

      apps = eachSystem (
        { stdenv, lib, ... }:
        let
          inherit (self.packages.${stdenv.hostPlatform.system}) nivose;
        in
        {
          default = {
            type = "app";
            program = lib.getExe nivose;
            meta = { inherit (nivose.meta) description; };
          };
        }
      );

      overlays.default = final: _previous: {
        nivose = final.callPackage ./nix/package.nix { };
      };

      devShells = eachSystem (pkgs: {
        default = pkgs.callPackage ./nix/shell.nix { };
      });

      formatter = eachSystem (pkgs: pkgs.nixfmt-tree);
    };
}
