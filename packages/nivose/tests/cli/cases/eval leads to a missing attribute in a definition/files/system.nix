import ./nixpkgs/lib/modules.nix {
  "web.port" = "int";
  "web.name" = "string";
} [ ./host.nix ]
