(import ./nixpkgs/lib/modules.nix) (import ./host.nix)
