# What `nix flake check` looks at besides the machines themselves.
{
  self,
  fleet,
  pkgs,
  inputs,
}:
let
  inherit (pkgs) lib;
  check = import ./check.nix { inherit pkgs; };
  inherit (pkgs.stdenv.hostPlatform) system;
in
{
  documents = check "documents" (import ./documents.nix { inherit lib fleet; });
  inventory = check "inventory" (import ./inventory.nix { inherit lib fleet; });
  machines = check "machines" (import ./machines.nix { inherit lib self fleet system; });
  templates = check "templates" (import ./templates.nix { inherit lib inputs self system; });
}
# These start virtual machines, so they need Linux and /dev/kvm.
// lib.optionalAttrs pkgs.stdenv.hostPlatform.isLinux {
  vm-backup = pkgs.testers.runNixOSTest ./vm/backup.nix;
  vm-server = pkgs.testers.runNixOSTest ./vm/server.nix;
}
