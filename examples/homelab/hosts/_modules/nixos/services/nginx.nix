# Nginx: the front page of the house, and load balancing over machines that offer the same thing.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit (config.homelab) domain proxy sites;
  inherit (config.homelab.services) caddy;
  cfg = config.homelab.services.nginx;
  isFront = proxy.front == "nginx";
  listen = [
    {
      addr = if isFront then "0.0.0.0" else "127.0.0.1";
      inherit (cfg) port;
    }
  ];

  link = name: ''<li><a href="//${name}.${domain}/">${name}</a></li>'';
  page = pkgs.writeTextDir "index.html" ''
    <!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <title>${domain}</title>
      <h1>${domain}</h1>
      <ul>
        ${lib.concatMapStringsSep "\n    " link (
          builtins.attrNames sites ++ builtins.attrNames cfg.balanced
        )}
      </ul>
    </html>
  '';

  proxied = target: {
    inherit listen;
    locations."/" = {
      proxyPass = target;
      proxyWebsockets = true;
    };
  };
in
{
  options.homelab.services.nginx = {
    enable = lib.mkEnableOption "Nginx";

    port = lib.mkOption {
      type = lib.types.port;
      default = if isFront then 80 else 8082;
      defaultText = lib.literalMD "80, or 8082 behind another proxy";
      description = "The port for HTTP.";
    };

    balanced = lib.mkOption {
      type = lib.types.attrsOf (lib.types.nonEmptyListOf lib.types.str);
      default = { };
      example = {
        wiki = [
          "192.168.1.10:8080"
          "192.168.1.11:8080"
        ];
      };
      description = "Servers that share the work of a page, by the first part of its host name.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.nginx = {
      enable = true;
      recommendedGzipSettings = true;
      recommendedOptimisation = true;
      recommendedProxySettings = true;

      upstreams = lib.mapAttrs (_: servers: { servers = lib.genAttrs servers (_: { }); }) cfg.balanced;

      virtualHosts = {
        ${domain} = {
          inherit listen;
          default = true;
          root = page;
        };
      }
      // lib.mapAttrs' (
        name: _: lib.nameValuePair "${name}.${domain}" (proxied "http://${name}")
      ) cfg.balanced
      # Without Caddy, the pages of this host's services are served here, without TLS.
      // lib.optionalAttrs (!caddy.enable) (
        lib.mapAttrs' (
          name: site:
          lib.nameValuePair "${name}.${domain}" (proxied "${site.scheme}://127.0.0.1:${toString site.port}")
        ) sites
      );
    };

    homelab.ports.nginx = {
      inherit (cfg) port;
      address = if isFront then "0.0.0.0" else "127.0.0.1";
      open = isFront;
    };
  };
}
