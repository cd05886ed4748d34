# HAProxy: what the house sees on ports 80 and 443. It passes TLS on unopened, so certificates are Caddy's business alone,
# and spreads plain HTTP over Caddy and Nginx.
{ config, lib, ... }:
let
  inherit (config.homelab) domain services;
  inherit (services) caddy nginx;
  cfg = services.haproxy;
  backends = lib.optional caddy.enable "caddy" ++ lib.optional nginx.enable "nginx";
  units = map (name: "${name}.service") backends;

  # Names that Nginx serves; everything else is Caddy's, if it is there.
  nginxNames = [ domain ] ++ map (name: "${name}.${domain}") (builtins.attrNames nginx.balanced);

  web =
    if caddy.enable && nginx.enable then
      [
        "  use_backend nginx if { hdr(host),field(1,:) -i ${toString nginxNames} }"
        "  default_backend caddy"
      ]
    else if backends != [ ] then
      [ "  default_backend ${builtins.head backends}" ]
    else
      [ "  http-request return status 503 content-type text/plain string \"No page is served here.\"" ];
in
{
  options.homelab.services.haproxy = {
    enable = lib.mkEnableOption "HAProxy in front of Caddy and Nginx";

    httpPort = lib.mkOption {
      type = lib.types.port;
      default = 80;
      description = "The port for HTTP.";
    };

    httpsPort = lib.mkOption {
      type = lib.types.port;
      default = 443;
      description = "The port for HTTPS, passed on to Caddy.";
    };

    statsPort = lib.mkOption {
      type = lib.types.port;
      default = 8404;
      description = "The port of its statistics and metrics, on this host only.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.haproxy = {
      enable = true;
      config = lib.concatLines (
        [
          "defaults"
          "  log global"
          "  timeout connect 5s"
          "  timeout client 60s"
          "  timeout server 60s"
          "  timeout tunnel 1h"
          ""
          "frontend http"
          "  mode http"
          "  option forwardfor"
          "  bind :${toString cfg.httpPort}"
        ]
        ++ web
        ++ lib.optionals caddy.enable [
          ""
          "frontend https"
          "  mode tcp"
          "  bind :${toString cfg.httpsPort}"
          "  default_backend caddy_tls"
          ""
          "backend caddy"
          "  mode http"
          "  server caddy 127.0.0.1:${toString caddy.httpPort} check"
          ""
          "backend caddy_tls"
          "  mode tcp"
          "  server caddy 127.0.0.1:${toString caddy.httpsPort} check send-proxy-v2"
        ]
        ++ lib.optionals nginx.enable [
          ""
          "backend nginx"
          "  mode http"
          "  server nginx 127.0.0.1:${toString nginx.port} check"
        ]
        ++ [
          ""
          "frontend stats"
          "  mode http"
          "  bind 127.0.0.1:${toString cfg.statsPort}"
          "  http-request use-service prometheus-exporter if { path /metrics }"
          "  stats enable"
          "  stats uri /"
        ]
      );
    };

    systemd.services.haproxy = {
      after = units;
      wants = units;
    };

    homelab = {
      ports = {
        haproxy-http = {
          port = cfg.httpPort;
          open = true;
        };
        haproxy-https = lib.mkIf caddy.enable {
          port = cfg.httpsPort;
          open = true;
        };
        haproxy-stats = {
          port = cfg.statsPort;
          address = "127.0.0.1";
        };
      };
      sites.haproxy.port = cfg.statsPort;
    };
  };
}
