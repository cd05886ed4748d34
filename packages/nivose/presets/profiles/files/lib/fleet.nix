# What follows from the inventory as a whole: who does something for the others. Plain Nix, without nixpkgs.
{ hosts }:
let
  names = builtins.attrNames hosts;
  select = holds: builtins.filter (name: hosts.${name}.kind == "nixos" && holds hosts.${name}) names;
  offers = service: select (host: builtins.elem service host.services);
  isServer = host: builtins.elem "server" host.profiles;
  isPersonal = host: builtins.elem "personal" host.profiles;

  first = list: if list == [ ] then null else builtins.head list;
in
rec {
  # The host that takes backups, and the hosts that make them.
  backupServer = first (offers "backup-server");
  backupClients = if backupServer == null then [ ] else select (host: isServer host || isPersonal host);

  # The hosts that are updated from another machine: an administrator can log in as root.
  remote = select (host: isServer host || builtins.elem "low-resource" host.roles);

  # The host that watches, and the hosts that are watched.
  monitor = first (offers "monitoring");
  monitored = if monitor == null then [ ] else select isServer;
}
