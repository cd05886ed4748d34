{
  description = "Homes: what people have around them, on a station or anywhere else";

  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";
    home-manager = {
      url = "github:nix-community/home-manager/release-26.05";
      inputs.nixpkgs.follows = "nixpkgs";
    };
    packages = {
      url = "path:../packages";
      inputs.nixpkgs.follows = "nixpkgs";
    };
  };

  outputs =
    {
      self,
      nixpkgs,
      home-manager,
      packages,
    }:
    let
      inherit (nixpkgs) lib;

      # Homes of their own, on machines that are not NixOS.
      homes = import ./homes.nix;

      systems = [
        "aarch64-darwin"
        "aarch64-linux"
        "x86_64-linux"
      ];

      eachSystem = f: lib.genAttrs systems (system: f nixpkgs.legacyPackages.${system});

      home =
        {
          user,
          profile,
          system,
          stateVersion,
        }:
        home-manager.lib.homeManagerConfiguration {
          pkgs = nixpkgs.legacyPackages.${system}.extend packages.overlays.custom;
          modules = [
            self.homeModules.${profile}
            (self.lib.personal user)
            {
              home = {
                inherit stateVersion;
                username = user;
                homeDirectory = if lib.hasSuffix "-darwin" system then "/Users/${user}" else "/home/${user}";
              };
              programs.home-manager.enable = true;
            }
          ];
        };
    in
    {
      homeModules = {
        desktop = ./profiles/desktop;
        minimal = ./profiles/minimal;
      };

      homeConfigurations = lib.mapAttrs (_: home) homes;

      # The same homes as a part of a station: it names who has which profile.
      nixosModules.default = import ./station.nix {
        inherit home-manager packages;
        inherit (self) homeModules;
        inherit (self.lib) personal;
      };

      # What a person has in every profile: users/NAME.nix, if there is one.
      lib.personal =
        user:
        let
          file = ./users + "/${user}.nix";
        in
        if builtins.pathExists file then file else { };

      checks = lib.foldlAttrs (
        checks: name: home:
        lib.recursiveUpdate checks {
          ${homes.${name}.system}."home-${name}" = home.activationPackage;
        }
      ) { } self.homeConfigurations;

      formatter = eachSystem (pkgs: pkgs.nixfmt);
    };
}
