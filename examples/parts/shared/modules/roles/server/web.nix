# A web server: static sites, and sites that something else answers for.
{ config, lib, ... }:
let
  cfg = config.mxmlabs.roles.server.web;

  site = lib.types.submodule {
    options = {
      root = lib.mkOption {
        type = lib.types.nullOr lib.types.path;
        default = null;
        description = "The folder that is served.";
      };

      upstream = lib.mkOption {
        type = lib.types.nullOr lib.types.str;
        default = null;
        example = "http://127.0.0.1:8080";
        description = "What requests are passed on to, instead of a folder.";
      };
    };
  };
in
{
  options.mxmlabs.roles.server.web = {
    enable = lib.mkEnableOption "a web server with certificates";

    email = lib.mkOption {
      type = lib.types.str;
      description = "Where Let's Encrypt writes to if a certificate is about to expire.";
    };

    certificates = lib.mkOption {
      type = lib.types.bool;
      default = true;
      description = "Whether certificates are asked for; tests have none.";
    };

    sites = lib.mkOption {
      type = lib.types.attrsOf site;
      default = { };
      description = "Sites by their names in the DNS.";
    };
  };

  config = lib.mkIf cfg.enable {
    assertions = lib.mapAttrsToList (name: each: {
      assertion = (each.root == null) != (each.upstream == null);
      message = "mxmlabs.roles.server.web.sites.\"${name}\" needs either a root or an upstream.";
    }) cfg.sites;

    services.nginx = {
      enable = true;
      recommendedGzipSettings = true;
      recommendedOptimisation = true;
      recommendedProxySettings = true;
      recommendedTlsSettings = true;

      virtualHosts = lib.mapAttrs (
        _: each:
        lib.mkMerge [
          {
            enableACME = cfg.certificates;
            forceSSL = cfg.certificates;
          }
          (lib.mkIf (each.root != null) { inherit (each) root; })
          (lib.mkIf (each.upstream != null) {
            locations."/" = {
              proxyPass = each.upstream;
              proxyWebsockets = true;
            };
          })
        ]
      ) cfg.sites;
    };

    security.acme = lib.mkIf cfg.certificates {
      acceptTerms = true;
      defaults = {
        inherit (cfg) email;
      };
    };

    networking.firewall.allowedTCPPorts = [
      80
      443
    ];
  };
}
