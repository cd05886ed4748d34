# Containers, run by podman and systemd. What a container is, is in `containers/`; how all of them are run, is here.
{ config, lib, ... }:
let
  cfg = config.systems.containers;

  definition = lib.types.submodule {
    options = {
      image = lib.mkOption {
        type = lib.types.strMatching ".+:.+";
        description = "The image, with its tag. A tag such as `latest` would be another image every week.";
      };
      port = lib.mkOption {
        type = lib.types.port;
        description = "The port inside of the container.";
      };
      hostPort = lib.mkOption {
        type = lib.types.port;
        description = "The port on the machine, which only the machine itself can reach.";
      };
      volumes = lib.mkOption {
        type = lib.types.attrsOf lib.types.str;
        default = { };
        description = "Folders of the container that are kept, by the name of their folder below `dataFolder`.";
      };
      environment = lib.mkOption {
        type = lib.types.attrsOf lib.types.str;
        default = { };
        description = "Variables that are no secrets.";
      };
      hasSecrets = lib.mkOption {
        type = lib.types.bool;
        default = false;
        description = "Whether there are variables that are: they come from `environmentFiles`.";
      };
      memory = lib.mkOption {
        type = lib.types.str;
        default = "512m";
        description = "What the container may use at most.";
      };
    };
  };

  folderOf = name: volume: "${cfg.dataFolder}/${name}/${volume}";

  run = name: {
    inherit (cfg.definitions.${name}) image environment;
    environmentFiles = lib.optional (cfg.environmentFiles ? ${name}) cfg.environmentFiles.${name};
    ports =
      let
        inherit (cfg.definitions.${name}) hostPort port;
      in
      [ "127.0.0.1:${toString hostPort}:${toString port}" ];
    volumes = lib.mapAttrsToList (
      volume: target: "${folderOf name volume}:${target}"
    ) cfg.definitions.${name}.volumes;
    extraOptions = [
      "--memory=${cfg.definitions.${name}.memory}"
      "--pids-limit=512"
      "--security-opt=no-new-privileges"
    ];
  };
in
{
  options.systems.containers = {
    enable = lib.mkEnableOption "containers";
    definitions = lib.mkOption {
      type = lib.types.attrsOf definition;
      default = import ../../containers;
      defaultText = lib.literalMD "one for each file in `containers/`";
      description = "The containers that a machine can run.";
    };
    run = lib.mkOption {
      type = lib.types.listOf (lib.types.enum (lib.attrNames cfg.definitions));
      default = [ ];
      description = "Those that this machine runs.";
    };
    dataFolder = lib.mkOption {
      type = lib.types.str;
      default = "/var/lib/containers-data";
      description = "Where containers keep what must not be lost. It is backed up with the rest of /var/lib.";
    };
    environmentFiles = lib.mkOption {
      type = lib.types.attrsOf lib.types.str;
      default = { };
      description = "Files with the secrets of containers, by name.";
    };
  };

  config = lib.mkIf cfg.enable {
    virtualisation = {
      podman = {
        enable = true;
        # Containers of the same network find each other by name.
        defaultNetwork.settings.dns_enabled = true;
        autoPrune = {
          enable = true;
          flags = [ "--all" ];
        };
      };
      oci-containers = {
        backend = "podman";
        containers = lib.genAttrs cfg.run run;
      };
    };

    systemd.tmpfiles.rules = lib.concatMap (
      name:
      map (volume: "d ${folderOf name volume} 0755 - - -") (lib.attrNames cfg.definitions.${name}.volumes)
    ) cfg.run;

    # Whoever wants in comes through the reverse proxy, if there is one.
    systems.services.proxy.sites = lib.genAttrs cfg.run (name: cfg.definitions.${name}.hostPort);

    assertions = [
      {
        assertion = lib.allUnique (map (name: cfg.definitions.${name}.hostPort) cfg.run);
        message = "Two containers of ${config.networking.hostName} have the same hostPort; see containers/.";
      }
    ];
  };
}
