{
  description = "Shells to develop in: one file below shells/ each";

  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";
    packages = {
      url = "path:../packages";
      inputs.nixpkgs.follows = "nixpkgs";
    };
  };

  outputs =
    { nixpkgs, packages, ... }:
    let
      inherit (nixpkgs) lib;

      systems = [
        "aarch64-darwin"
        "aarch64-linux"
        "x86_64-linux"
      ];

      # With our own packages, so that a shell may ask for them by name.
      eachSystem =
        f:
        lib.genAttrs systems (system: f (nixpkgs.legacyPackages.${system}.extend packages.overlays.custom));

      shellsFrom =
        pkgs:
        lib.mapAttrs' (
          file: _:
          lib.nameValuePair (lib.removeSuffix ".nix" file) (pkgs.callPackage (./shells + "/${file}") { })
        ) (builtins.readDir ./shells);
    in
    {
      devShells = eachSystem shellsFrom;

      # A shell is built by building what it needs.
      checks = eachSystem (
        pkgs: lib.mapAttrs' (name: lib.nameValuePair "shell-${name}") (shellsFrom pkgs)
      );

      formatter = eachSystem (pkgs: pkgs.nixfmt);
    };
}
