# What must be true of the machines of one system, whatever else is changed.
{
  lib,
  self,
  fleet,
  system,
}:
let
  configs = lib.mapAttrs (_: machine: machine.config) (
    lib.filterAttrs (name: _: fleet.hosts.${name}.system == system) self.nixosConfigurations
  );
  # @if darwin@
  macs = lib.mapAttrs (_: machine: machine.config) (
    lib.filterAttrs (name: _: fleet.hosts.${name}.system == system) self.darwinConfigurations
  );
  # @end@
  inherit (fleet) hosts;
  whole = import ../lib/fleet.nix { inherit hosts; };
  offers = name: service: lib.elem service hosts.${name}.services;
  is = name: profile: lib.elem profile hosts.${name}.profiles;
  does = name: role: lib.elem role hosts.${name}.roles;
in
lib.concatMapAttrs (
  name: config:
  {
    "${name} is built for the system that fleet.nix says" = config.nixpkgs.hostPlatform.system == hosts.${name}.system;
    "${name} has a firewall" = config.networking.firewall.enable;
    "${name} lets nobody in by password" = !config.services.openssh.settings.PasswordAuthentication;
    "${name} knows where its root is" = config.fileSystems."/".fsType != "auto";
    "every user of ${name} has an account" = lib.all (user: config.users.users ? ${user}) hosts.${name}.users;
    "${name} opens each port to one service only" = lib.allUnique config.networking.firewall.allowedTCPPorts;
    "no image of ${name} is called latest" = lib.all (container: !lib.hasSuffix ":latest" container.image) (
      lib.attrValues config.virtualisation.oci-containers.containers
    );
    "containers of ${name} are reached from the machine itself only" =
      lib.all (container: lib.all (lib.hasPrefix "127.0.0.1:") container.ports)
        (lib.attrValues config.virtualisation.oci-containers.containers);
  }
  // lib.optionalAttrs (lib.elem name whole.remote) {
    "${name} can be updated from elsewhere" = config.services.openssh.settings.PermitRootLogin == "prohibit-password";
  }
  // lib.optionalAttrs (is name "server") {
    "${name} does not wait for somebody at its keyboard" = !config.systemd.enableEmergencyMode;
  }
  // lib.optionalAttrs (does name "low-resource") {
    "${name} builds nothing" = config.nix.settings.max-jobs == 0;
    "${name} presses its memory" = config.zramSwap.enable;
    "${name} has no manuals" = !config.documentation.enable;
  }
  // lib.optionalAttrs (offers name "backup-server") {
    "nobody can delete backups on ${name}" = config.services.restic.server.appendOnly;
    # @if secrets@
    "${name} lets in whoever makes backups" = lib.all (
      client: config.@ns@.services.backup-server.passwordFiles ? ${client}
    ) config.@ns@.backup.clients;
    # @end@
  }
  // lib.optionalAttrs (offers name "monitoring") {
    "Grafana on ${name} reads its password from a file" =
      lib.hasPrefix "$__file{" config.services.grafana.settings.security.admin_password;
    "${name} watches somebody" = config.@ns@.monitoring.targets != { };
  }
) configs
# @if darwin@
// lib.concatMapAttrs (name: config: {
  "${name} takes a finger for sudo" = @touchId@;
  "Homebrew upgrades nothing unasked on ${name}" = !config.homebrew.onActivation.upgrade;
}) macs
# @end@
