{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";

  outputs =
    { nixpkgs, ... }:
    {
      nixosConfigurations = {
        luna = nixpkgs.lib.nixosSystem { modules = [ ./luna.nix ]; };
        sol = nixpkgs.lib.nixosSystem { modules = [ ./modules/web.nix { networking.hostName = "sol"; } ]; };
        terra = nixpkgs.lib.nixosSystem { modules = [ ./terra.nix ]; };
      };
    };
}
