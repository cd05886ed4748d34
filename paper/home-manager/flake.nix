{
  description = "Home Manager on paper";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";

  outputs =
    { self, nixpkgs, ... }:
    let
      inherit (nixpkgs) lib;
      otherRelease =
        let
          modules = import ./declare/other-release.nix {
            inherit self;
            project = "Home Manager";
          };
          # On paper, nixpkgs may be of another release than in the fleet.
          unchecked = {
            home.enableNixpkgsReleaseCheck = lib.mkDefault false;
          };
        in
        if modules == [ ] then [ ] else modules ++ [ unchecked ];
      withShared = file: {
        imports = [ file ];
        home-manager.sharedModules = otherRelease;
      };
      moduleOf = file: if otherRelease == [ ] then import file else withShared file;
      forAllSystems = lib.genAttrs lib.systems.flakeExposed;
    in
    {
      nixosModules.home-manager = moduleOf ./nixos;
      nixosModules.default = self.nixosModules.home-manager;
      nixosModule = self.nixosModules.default;

      darwinModules.home-manager = moduleOf ./nix-darwin;
      darwinModules.default = self.darwinModules.home-manager;
      darwinModule = self.darwinModules.default;

      flakeModules.home-manager = import ./flake-module.nix;
      flakeModules.default = self.flakeModules.home-manager;

      lib = {
        inherit (import ./modules/lib/stdlib-extended.nix lib) hm;
        homeManagerConfiguration =
          args: import ./standalone.nix (args // { modules = args.modules or [ ] ++ otherRelease; });
      };

      packages = forAllSystems (
        system:
        let
          package = import ./package { inherit system; };
        in
        {
          home-manager = package "home-manager";
          docs-html = package "docs-html";
          docs-json = package "docs-json";
          docs-manpages = package "docs-manpages";
          default = self.packages.${system}.home-manager;
        }
      );
      defaultPackage = forAllSystems (system: self.packages.${system}.default);
      formatter = forAllSystems (system: import ./package { inherit system; } "format");
    };
}
