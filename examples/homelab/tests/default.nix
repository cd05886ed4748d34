# `nix flake check`. Every host is a check, and so are facts about the repository and the services in virtual machines.
{
  pkgs,
  repository,
  self,
}:
let
  inherit (pkgs) lib;
  inherit (pkgs.stdenv.hostPlatform) system;

  here = lib.filterAttrs (_: host: host.system == system) repository.fleet.hosts;
  systemOf =
    name: host:
    {
      nixos = self.nixosConfigurations.${name}.config.system.build.toplevel;
      darwin = self.darwinConfigurations.${name}.system;
    }
    .${host.kind};
  hosts = lib.mapAttrs' (
    name: host: lib.nameValuePair "${host.kind}-${name}" (systemOf name host)
  ) here;

  # A derivation that can be built if the list of problems is empty, and whose evaluation fails with them otherwise.
  passes =
    name: problems:
    if problems == [ ] then
      pkgs.runCommand name { } "touch $out"
    else
      throw "${name}:\n${lib.concatMapStringsSep "\n" (problem: "  - ${problem}") problems}";
  test =
    file:
    import file {
      inherit
        passes
        pkgs
        repository
        self
        ;
    };
in
hosts
// {
  inventory = test ./inventory.nix;
  ports = test ./ports.nix;
  scripts = test ./scripts.nix;
  waves = test ./waves.nix;
}
// lib.optionalAttrs pkgs.stdenv.hostPlatform.isLinux {
  services = test ./services.nix;
  vm-backup = test ./vm/backup.nix;
  vm-dns = test ./vm/dns.nix;
  vm-proxy = test ./vm/proxy.nix;
}
