import ./nixpkgs/lib/modules.nix ./host.nix
