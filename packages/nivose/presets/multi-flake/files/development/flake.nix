{
  description = "Shells to develop in: one file below shells/ each";

  inputs = {
    @developmentInputs@
  };

  outputs =
    { nixpkgs, packages, ... }:
    let
      inherit (nixpkgs) lib;

      systems = [
        @systems@
      ];

      # With our own packages, so that a shell may ask for them by name.
      eachSystem =
        f: lib.genAttrs systems (system: f (nixpkgs.legacyPackages.${system}.extend packages.overlays.custom));

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
      checks = eachSystem (pkgs: lib.mapAttrs' (name: lib.nameValuePair "shell-${name}") (shellsFrom pkgs));

      formatter = eachSystem (pkgs: pkgs.@formatter@);
    };
}
