{
  description = "deploy-rs on paper";

  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixpkgs-unstable";
    utils.url = "github:numtide/flake-utils";
    flake-compat = {
      url = "github:edolstra/flake-compat";
      flake = false;
    };
  };

  outputs =
    {
      self,
      nixpkgs,
      utils,
      ...
    }:
    {
      overlays.default = final: _: {
        deploy-rs = {
          inherit (import ./package.nix final) deploy-rs;
          lib = import ./lib.nix final;
        };
      };
    }
    // utils.lib.eachSystem (utils.lib.defaultSystems ++ [ "aarch64-darwin" ]) (
      system:
      let
        pkgs = nixpkgs.legacyPackages.${system};
        inherit (import ./package.nix pkgs) deploy-rs;
        app = {
          type = "app";
          program = "${deploy-rs}/bin/deploy";
        };
      in
      {
        lib = import ./lib.nix pkgs;
        packages = {
          inherit deploy-rs;
          default = deploy-rs;
        };
        apps = {
          deploy-rs = app;
          default = app;
        };
        checks = { inherit deploy-rs; };
        devShells.default = pkgs.mkShell { inputsFrom = [ deploy-rs ]; };
      }
    );
}
