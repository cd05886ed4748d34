# The programs behind the apps: a script each, which finds the inventory and the flakes in its environment.
{
  lib,
  pkgs,
  inventory,
  repository,
}:
let
  inventoryFile = pkgs.writeText "inventory.json" (builtins.toJSON inventory);

  program =
    name:
    {
      description,
      script,
      flakes ? [
        "desktop-systems"
        "minimal-systems"
      ],
      settings ? "",
    }:
    pkgs.writeShellApplication {
      inherit name;
      meta = { inherit description; };
      runtimeInputs = [
        pkgs.jq
        pkgs.nix
        pkgs.openssh
      ];
      text = ''
        inventory=${inventoryFile}
        flakes=${lib.escapeShellArg (toString flakes)}
        ${settings}
        ${builtins.readFile ./scripts/stations.sh}
        ${builtins.readFile script}
      '';
    };

  deploy =
    name: description: flakes:
    program name {
      inherit description flakes;
      script = ./scripts/deploy.sh;
      settings = "repository=${repository}";
    };
in
lib.mapAttrs (name: make: make name) {
  deploy = name: deploy name "Builds stations and switches them" [
    "desktop-systems"
    "minimal-systems"
  ];
  deploy-desktop = name: deploy name "Builds stations with a screen and switches them" [ "desktop-systems" ];
  deploy-minimal = name: deploy name "Builds stations without a screen and switches them" [ "minimal-systems" ];
  backup = name: program name {
    description = "Backs up stations now, and tells of their snapshots";
    script = ./scripts/backup.sh;
  };
  monitoring = name: program name {
    description = "Tells how the stations are";
    script = ./scripts/monitoring.sh;
  };
}
