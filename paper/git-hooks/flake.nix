{
  description = "git-hooks.nix on paper";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixpkgs-unstable";
  inputs.flake-compat = {
    url = "github:edolstra/flake-compat";
    flake = false;
  };
  inputs.gitignore = {
    url = "github:hercules-ci/gitignore.nix";
    inputs.nixpkgs.follows = "nixpkgs";
  };

  outputs =
    { self, nixpkgs, ... }:
    let
      eachSystem = nixpkgs.lib.genAttrs [
        "aarch64-linux"
        "aarch64-darwin"
        "x86_64-darwin"
        "x86_64-linux"
      ];
      exposed = eachSystem (
        system:
        import ./nix {
          inherit nixpkgs system;
          isFlakes = true;
        }
      );
      each = nixpkgs.lib.mapAttrs;
    in
    {
      inherit exposed;
      flakeModule = ./flake-module.nix;
      lib = each (_: it: { inherit (it) run; }) exposed;
      packages = each (_: it: it.packages // { default = it.packages.pre-commit; }) exposed;
      legacyPackages = each (_: it: it.tools // { inherit (it.packages) pre-commit; }) exposed;
      checks = each (_: it: it.checks) exposed;
      devShells = each (system: it: {
        default = nixpkgs.legacyPackages.${system}.mkShell {
          inherit (it.checks.pre-commit-check) shellHook;
        };
      }) exposed;
    };
}
