{
  description = @descriptionNix@;

  inputs = {
    @inputs@
  };

  outputs =
    @arguments@
    let
      inherit (nixpkgs) lib;

      systems = [
        @systemLines@
      ];

      forEachSystem = draw: lib.genAttrs systems (system: draw nixpkgs.legacyPackages.${system});
# @if toshy@

      # What is built. Another version is another source: `nix build --override-input toshy github:RedBearAK/toshy/TAG`.
      sources = { inherit (inputs) hyprpy toshy xwaykeyz; };
# @end@

      modules = import ./modules {
        inherit lib;
        packagesFor = pkgs: self.packages.${pkgs.stdenv.hostPlatform.system};
      };
    in
    {
      packages = forEachSystem (pkgs: import ./packages { inherit pkgs@andSources@; });

      overlays.default = import ./overlays@overlaySources@;

      inherit (modules) nixosModules homeModules;

      devShells = forEachSystem (pkgs: {
        default = import ./shell.nix {
          inherit pkgs;
          packages = self.packages.${pkgs.stdenv.hostPlatform.system};
        };
      });

      checks = forEachSystem (pkgs: import ./checks { inherit pkgs self; });

# @if nixpkgsFmt@
      # The plan names nixpkgs-fmt, which is archived; README.md says what to know and how to change it.
# @end@
      formatter = forEachSystem (pkgs: pkgs.@formatter@);
    };
}
