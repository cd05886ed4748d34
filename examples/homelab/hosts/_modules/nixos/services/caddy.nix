# Caddy: ends TLS and serves each page of this host's services under its own name. Its certificates come from an authority of
# its own, because nobody outside can vouch for home.arpa; docs/services.md tells how to trust it.
{ config, lib, ... }:
let
  inherit (config.homelab) domain proxy sites;
  inherit (config.homelab.services) nginx;
  cfg = config.homelab.services.caddy;
  isFront = proxy.front == "caddy";
  address = if isFront then "0.0.0.0" else "127.0.0.1";

  serve = site: {
    extraConfig =
      if site.scheme == "https" then
        ''
          tls internal
          reverse_proxy https://127.0.0.1:${toString site.port} {
            transport http {
              tls_insecure_skip_verify
            }
          }
        ''
      else
        ''
          tls internal
          reverse_proxy 127.0.0.1:${toString site.port}
        '';
  };

  # Nginx's own names, with TLS in front of them.
  nginxSites = lib.optionalAttrs nginx.enable (
    lib.genAttrs ([ domain ] ++ map (name: "${name}.${domain}") (builtins.attrNames nginx.balanced)) (
      _:
      serve {
        inherit (nginx) port;
        scheme = "http";
      }
    )
  );
in
{
  options.homelab.services.caddy = {
    enable = lib.mkEnableOption "Caddy";

    httpPort = lib.mkOption {
      type = lib.types.port;
      default = if isFront then 80 else 8081;
      defaultText = lib.literalMD "80, or 8081 behind HAProxy";
      description = "The port for HTTP, which only sends on to HTTPS.";
    };

    httpsPort = lib.mkOption {
      type = lib.types.port;
      default = if isFront then 443 else 8444;
      defaultText = lib.literalMD "443, or 8444 behind HAProxy";
      description = "The port for HTTPS.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.caddy = {
      enable = true;
      globalConfig = ''
        http_port ${toString cfg.httpPort}
        https_port ${toString cfg.httpsPort}
        default_bind ${address}
        skip_install_trust
        ${lib.optionalString (!isFront) ''
          servers ${address}:${toString cfg.httpsPort} {
            protocols h1 h2
            listener_wrappers {
              proxy_protocol {
                allow 127.0.0.0/8
              }
              tls
            }
          }
        ''}
      '';
      virtualHosts =
        lib.mapAttrs' (name: site: lib.nameValuePair "${name}.${domain}" (serve site)) sites // nginxSites;
    };

    homelab = {
      ports = {
        caddy-http = {
          port = cfg.httpPort;
          inherit address;
          open = isFront;
        };
        caddy-https = {
          port = cfg.httpsPort;
          # UDP is HTTP/3, which HAProxy does not pass on.
          protocols = [ "tcp" ] ++ lib.optional isFront "udp";
          inherit address;
          open = isFront;
        };
        caddy-admin = {
          port = 2019;
          address = "127.0.0.1";
        };
      };
      # The authority: with a new one, every device would have to trust it again.
      backup.paths = [ "/var/lib/caddy" ];
    };
  };
}
