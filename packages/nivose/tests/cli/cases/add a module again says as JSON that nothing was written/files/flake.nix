{
  outputs =
    { nixpkgs, ... }:
    {
      nixosConfigurations.luna = nixpkgs.lib.nixosSystem {
        modules = [ ./modules/nixos ];
      };
    };
}
