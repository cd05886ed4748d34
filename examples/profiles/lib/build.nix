# From an entry of `fleet.nix` and the folder `hosts/<name>` to a machine.
{ inputs, fleet }:
let
  inherit (inputs.nixpkgs) lib;

  hostsOf =
    kind:
    lib.filterAttrs (_: host: host.kind == kind) (
      lib.mapAttrs (name: host: host // { inherit name; }) fleet.hosts
    );

  # What modules get besides the usual: `host` is the entry of the machine that is built, with its name.
  specialArgsOf = host: { inherit inputs fleet host; };

  nixpkgsFor =
    system: if lib.hasSuffix "-darwin" system then inputs.nixpkgs-darwin else inputs.nixpkgs;
in
rec {
  pkgsFor =
    system:
    import (nixpkgsFor system) {
      inherit system;
      overlays = [ (import ../overlays) ];
    };

  nixosConfigurations = lib.mapAttrs (
    name: host:
    lib.nixosSystem {
      specialArgs = specialArgsOf host;
      modules = [
        ../common/fleet/nixos.nix
        ../modules/nixos
        ../profiles/nixos.nix
        ../roles/nixos.nix
        (../hosts + "/${name}")
      ];
    }
  ) (hostsOf "nixos");

  darwinConfigurations = lib.mapAttrs (
    name: host:
    inputs.nix-darwin.lib.darwinSystem {
      specialArgs = specialArgsOf host;
      modules = [
        ../common/fleet/darwin.nix
        ../modules/darwin
        ../profiles/darwin.nix
        ../roles/darwin.nix
        (../hosts + "/${name}")
      ];
    }
  ) (hostsOf "darwin");

  # Every machine is a check of its own system.
  checksOf =
    system:
    let
      isOf = host: host.system == system;
      checks =
        kind: derivationOf:
        lib.mapAttrs' (name: host: lib.nameValuePair "${kind}-${name}" (derivationOf name host)) (
          lib.filterAttrs (_: isOf) (hostsOf kind)
        );
    in
    checks "nixos" (name: _: nixosConfigurations.${name}.config.system.build.toplevel)
    // checks "darwin" (name: _: darwinConfigurations.${name}.system);
}
