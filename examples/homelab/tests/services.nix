# What must hold for the services of every NixOS host: the ports are counted, and the assertion about them works.
{
  passes,
  pkgs,
  repository,
  self,
  ...
}:
let
  inherit (pkgs) lib;
  nixos = lib.mapAttrs (_: host: host.config) self.nixosConfigurations;

  about =
    name: config:
    let
      services = lib.filterAttrs (_: service: service.enable or false) config.homelab.services;
      wanted = repository.fleet.hosts.${name}.services;
      taken = repository.ports.conflicts config.homelab.ports;
      front = config.homelab.dns.front;
    in
    map (service: "${name}: ${service} is in fleet.nix, and off") (
      lib.subtractLists (builtins.attrNames services) wanted
    )
    ++ map (conflict: "${name}: ${conflict}") taken
    ++ lib.optional (
      front != null && services.${front}.port != 53
    ) "${name}: ${front} is the name server of the house, and not on port 53"
    ++ lib.optional (
      services ? omada && !config.virtualisation.podman.enable
    ) "${name}: Omada runs in a container, and there is no Podman";

  # One more listener on a port that is taken has to stop the evaluation of the host.
  crowded = lib.mapAttrs (
    _: host:
    (host.extendModules {
      modules = [
        {
          homelab.ports.intruder = {
            port = builtins.head host.config.services.openssh.ports;
          };
        }
      ];
    }).config
  ) self.nixosConfigurations;
  unnoticed = lib.filterAttrs (_: config: lib.all (each: each.assertion) config.assertions) crowded;
in
passes "services" (
  lib.concatLists (lib.mapAttrsToList about nixos)
  ++ map (name: "${name}: a port that is taken twice is not noticed") (builtins.attrNames unnoticed)
)
