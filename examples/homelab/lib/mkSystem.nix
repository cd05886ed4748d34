# Builds the system of one host, for NixOS and nix-darwin alike.
#
# Every module is given three arguments besides the usual ones, and no more:
#   inputs  the inputs of flake.nix
#   fleet   the whole inventory, checked against the types in inventory.nix
#   host    this machine's entry in it, with its name
{ fleet, inputs }:
name:
let
  host = fleet.hosts.${name};

  builders = {
    nixos = {
      build = inputs.nixpkgs.lib.nixosSystem;
      modules = [
        inputs.disko.nixosModules.disko
        inputs.home-manager.nixosModules.home-manager
        inputs.sops-nix.nixosModules.sops
        ../hosts/_modules/nixos
      ];
    };
    darwin = {
      build = inputs.nix-darwin.lib.darwinSystem;
      modules = [
        inputs.home-manager.darwinModules.home-manager
        inputs.sops-nix.darwinModules.sops
        ../hosts/_modules/darwin
      ];
    };
  };

  builder = builders.${host.kind};
in
builder.build {
  modules = builder.modules ++ [ (../hosts + "/${name}") ];
  specialArgs = { inherit fleet host inputs; };
}
