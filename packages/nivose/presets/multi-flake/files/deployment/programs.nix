# The programs behind the apps: a script each, which finds the inventory and the flakes in its environment.
{
  lib,
  pkgs,
  inventory,
  repository,
}:
let
  # A line a station, which a shell reads without help.
  inventoryFile = pkgs.writeText "inventory" (
    lib.concatMapStrings (
      {
        name,
        flake,
        address,
        tags,
        ...
      }:
      "${name} ${flake} ${address} ${lib.concatStringsSep "," tags}\n"
    ) inventory
  );

  bothFlakes = [
    "desktop-systems"
    "minimal-systems"
  ];

  deploy = description: flakes: {
    inherit description flakes;
    script = ./scripts/deploy.sh;
    settings = { inherit repository; };
  };

  programs = {
    deploy = deploy "Builds stations and switches them" bothFlakes;
    deploy-desktop = deploy "Builds stations with a screen and switches them" [ "desktop-systems" ];
    deploy-minimal = deploy "Builds stations without a screen and switches them" [ "minimal-systems" ];
    backup = {
      description = "Backs up stations now, and tells of their snapshots";
      script = ./scripts/backup.sh;
    };
    monitoring = {
      description = "Tells how the stations are";
      script = ./scripts/monitoring.sh;
    };
  };
in
lib.mapAttrs (
  name:
  {
    description,
    script,
    flakes ? bothFlakes,
    settings ? { },
  }:
  pkgs.writeShellApplication {
    inherit name;
    meta = { inherit description; };
    runtimeInputs = [
      pkgs.nix
      pkgs.openssh
    ];
    text = lib.concatStringsSep "\n" [
      (lib.toShellVars (
        {
          inventory = "${inventoryFile}";
          flakes = toString flakes;
        }
        // settings
      ))
      (builtins.readFile ./scripts/stations.sh)
      (builtins.readFile script)
    ];
  }
) programs
