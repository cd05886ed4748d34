{
  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
    home-manager = {
      url = "github:nix-community/home-manager/release-24.11";
      inputs.nixpkgs.follows = "nixpkgs";
    };
    web.url = "github:ada/web";
  };

  outputs =
    { nixpkgs, ... }@inputs:
    let
      host =
        name: modules:
        nixpkgs.lib.nixosSystem {
          specialArgs = { inherit inputs; };
          modules = [
            ./hosts/common.nix
            { networking.hostName = name; }
          ]
          ++ modules;
        };
    in
    {
      given = inputs.web.given;

      nixosConfigurations = {
        luna = host "luna" [ ./hosts/luna.nix ];
        # It takes everything from an input that nobody knows.
        sol = host "sol" [ ./hosts/sol.nix ];
        wrong-option = host "wrong-option" [ ./hosts/wrong-option.nix ];
        wrong-package = host "wrong-package" [ ./hosts/wrong-package.nix ];
        # What it reads is nothing that options say.
        unknown-fact = host "unknown-fact" [ ./hosts/unknown-fact.nix ];
      };
    };
}
