import ./nixpkgs/lib/modules.nix { "web.port" = "int"; } [ ./host.nix ./other.nix ]
