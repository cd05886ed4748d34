{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";

  outputs =
    { nixpkgs, ... }:
    {
      # To try the module on.
      nixosConfigurations.tester = nixpkgs.lib.nixosSystem {
        modules = [
          ./modules/options.nix
          ./hosts/tester
        ];
      };
    };
}
