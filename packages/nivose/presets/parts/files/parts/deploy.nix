# What deploy-rs reads: a node for each host of fleet.nix. `nix run .#deploy-fleet` updates them in order.
{
  config,
  fleet,
  inputs,
  lib,
  ...
}:
let
  # The program comes from nixpkgs, which has it in its binary cache; the functions come from the flake.
  deployLib =
    system:
    (import inputs.nixpkgs {
      inherit system;
      overlays = [
        inputs.deploy-rs.overlays.default
        (_final: previous: {
          deploy-rs = {
            inherit (inputs.nixpkgs.legacyPackages.${system}) deploy-rs;
            inherit (previous.deploy-rs) lib;
          };
        })
      ];
    }).deploy-rs.lib;

  pathOf =
    name:
    { kind, system, ... }:
    let
      inherit (deployLib system) activate;
    in
    if kind == "darwin" then
      activate.darwin config.flake.darwinConfigurations.${name}
    else
      activate.nixos config.flake.nixosConfigurations.${name};

  nodeOf =
    name: host:
    {
      hostname = host.address;
      inherit (host) remoteBuild;
      profiles.system = {
        user = "root";
        path = pathOf name host;
      };
    }
    // (
      if host.kind == "darwin" && host.users != [ ] then
        # macOS lets nobody log in as root.
        {
          sshUser = builtins.head host.users;
          interactiveSudo = true;
        }
      else
        { sshUser = "root"; }
    );

  nodes = lib.mapAttrs nodeOf fleet.hosts;
in
{
  flake.deploy = {
    inherit nodes;

    # A host that cannot be reached after the switch goes back by itself; so does one whose switch fails.
    magicRollback = true;
    autoRollback = true;
  };

  perSystem =
    { pkgs, system, ... }:
    let
      own = builtins.intersectAttrs (fleet.ofSystem system fleet.hosts) nodes;
    in
    {
      # deploy-rs checks all nodes at once, whatever they run. Each system checks its own here: the others could not be built.
      checks = lib.optionalAttrs (own != { }) (
        (deployLib system).deployChecks (config.flake.deploy // { nodes = own; })
      );

      packages.deploy-fleet = pkgs.callPackage ../shared/packages/deploy-fleet.nix {
        order = fleet.deploymentOrder;
        inherit (fleet) tagged;
      };
    };
}
