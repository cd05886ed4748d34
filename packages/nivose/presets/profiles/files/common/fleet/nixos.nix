{
  fleet,
  host,
  inputs,
  lib,
  ...
}:
let
  whole = import ../../lib/fleet.nix { inherit (fleet) hosts; };
  addressOf = name: fleet.hosts.${name}.address;
in
{
  imports = [
    ./default.nix
    inputs.home-manager.nixosModules.home-manager
    # @if disko@
    inputs.disko.nixosModules.disko
    # @end@
    # @if secrets@
    inputs.sops-nix.nixosModules.sops
    ../secrets/nixos.nix
    # @end@
  ];

  @ns@ = {
    services = lib.genAttrs host.services (_: { enable = true; });

    backup = {
      enable = lib.mkDefault (lib.elem host.name whole.backupClients);
      server = lib.mkIf (whole.backupServer != null) (lib.mkDefault (addressOf whole.backupServer));
      clients = whole.backupClients;
    };

    monitoring = {
      agent.enable = lib.mkDefault (lib.elem host.name whole.monitored);
      targets = lib.genAttrs whole.monitored addressOf;
    };
  };
}
