# The options of a NixOS that has a web server.
{ lib, config, ... }:
let
  inherit (lib) mkOption mkEnableOption types;
  failed = map (each: each.message) (builtins.filter (each: !each.assertion) config.assertions);
in
{
  options = {
    assertions = mkOption {
      type = types.listOf types.anything;
      default = [ ];
    };
    boot.isContainer = mkOption {
      type = types.bool;
      default = false;
    };
    environment.systemPackages = mkOption {
      type = types.listOf types.package;
      default = [ ];
    };
    networking.hostName = mkOption {
      type = types.str;
      default = "nixos";
    };
    networking.firewall.allowedTCPPorts = mkOption {
      type = types.listOf types.int;
      default = [ ];
    };
    nixpkgs.config = mkOption {
      type = types.attrsOf types.anything;
      default = { };
    };
    nixpkgs.overlays = mkOption {
      type = types.listOf types.anything;
      default = [ ];
    };
    services.nginx = {
      enable = mkEnableOption "the web server";
      package = mkOption { type = types.package; };
      recommendedTlsSettings = mkEnableOption "what is recommended";
      user = mkOption {
        type = types.str;
        default = "nginx";
      };
      logLevel = mkOption {
        type = types.enum [
          "warn"
          "error"
        ];
        default = "warn";
      };
      virtualHosts = mkOption {
        default = { };
        type = types.attrsOf (
          types.submodule {
            options.enableACME = mkEnableOption "a certificate";
            options.root = mkOption {
              type = types.str;
              default = "/var/www";
            };
          }
        );
      };
      version = mkOption {
        type = types.str;
        default = "1";
        readOnly = true;
      };
    };
    system.build.toplevel = mkOption { type = types.anything; };
    system.stateVersion = mkOption {
      type = types.str;
      default = "24.11";
    };
    systemd.units = mkOption {
      type = types.attrsOf types.anything;
      default = { };
    };
    users.users = mkOption {
      type = types.attrsOf types.anything;
      default = { };
    };
  };

  config = {
    _module.args.pkgs = import ../pkgs {
      inherit lib;
      inherit (config.nixpkgs) config overlays;
    };
    assertions = [
      {
        assertion = config.services.nginx.virtualHosts == { } || config.services.nginx.enable;
        message = "services.nginx.virtualHosts needs services.nginx.enable.";
      }
    ];
    system.build.toplevel =
      if failed != [ ] then
        throw "\nFailed assertions:\n${builtins.concatStringsSep "\n" (map (each: "- ${each}") failed)}"
      else
        builtins.toJSON (
          builtins.deepSeq config.services.nginx.virtualHosts [
            config.networking
            config.services.nginx.enable
            config.services.nginx.logLevel
            config.services.nginx.user
            config.services.nginx.version
            (map (each: each.drvPath) config.environment.systemPackages)
          ]
        );
  };
}
