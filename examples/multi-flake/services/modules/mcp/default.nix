# MCP servers: programs that a language model may ask, each a service of its own with no rights beyond what it needs.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.stations.services.mcp;

  server = {
    options = {
      command = lib.mkOption {
        type = lib.types.listOf lib.types.str;
        description = "What is run. It finds its port in MCP_PORT and, if there is a token, its file in MCP_TOKEN_FILE.";
      };

      port = lib.mkOption {
        type = lib.types.port;
        description = "The port on which it listens.";
      };

      tokenFile = lib.mkOption {
        type = lib.types.nullOr lib.types.str;
        default = null;
        example = "/run/secrets/mcp-token";
        description = "A file with the token that whoever asks has to present; without it anybody in reach may ask.";
      };
    };
  };
in
{
  options.stations.services.mcp = {
    enable = lib.mkEnableOption "MCP servers";

    servers = lib.mkOption {
      type = lib.types.attrsOf (lib.types.submodule server);
      default = { };
      description = "The servers, by name.";
    };
  };

  config = lib.mkIf cfg.enable {
    stations = {
      # Tells of the station itself; it asks for nothing but Python.
      services.mcp.servers.station-facts = {
        command = [
          (lib.getExe pkgs.python3)
          "${./station_facts.py}"
        ];
        port = lib.mkDefault 8750;
      };

      networking.lanPorts = lib.mapAttrsToList (_: each: each.port) cfg.servers;
    };

    assertions = [
      {
        assertion = lib.allUnique (lib.mapAttrsToList (_: each: each.port) cfg.servers);
        message = "two of stations.services.mcp.servers have the same port";
      }
    ];

    systemd.services = lib.mapAttrs' (
      name: each:
      lib.nameValuePair "mcp-${name}" {
        description = "MCP server ${name}";
        wantedBy = [ "multi-user.target" ];
        after = [ "network.target" ];
        environment = {
          MCP_PORT = toString each.port;
        }
        // lib.optionalAttrs (each.tokenFile != null) { MCP_TOKEN_FILE = "%d/token"; };
        serviceConfig = {
          ExecStart = lib.escapeShellArgs each.command;
          LoadCredential = lib.mkIf (each.tokenFile != null) "token:${each.tokenFile}";
          Restart = "on-failure";
          DynamicUser = true;
          CapabilityBoundingSet = "";
          LockPersonality = true;
          NoNewPrivileges = true;
          PrivateDevices = true;
          ProtectClock = true;
          ProtectControlGroups = true;
          ProtectHome = true;
          ProtectKernelLogs = true;
          ProtectKernelModules = true;
          ProtectKernelTunables = true;
          ProtectSystem = "strict";
          RestrictAddressFamilies = [
            "AF_INET"
            "AF_INET6"
          ];
          RestrictNamespaces = true;
          SystemCallFilter = [ "@system-service" ];
        };
      }
    ) cfg.servers;
  };
}
