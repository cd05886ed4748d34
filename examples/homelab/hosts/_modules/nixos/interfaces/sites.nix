# Web pages of this host's services, each served as <name>.<domain> by the proxy that is there.
{ config, lib, ... }:
let
  inherit (lib) mkOption types;
  services = config.homelab.services;
  order = [
    "haproxy"
    "caddy"
    "nginx"
  ];
in
{
  options.homelab = {
    sites = mkOption {
      default = { };
      description = "Pages to be served, by the first part of their host name.";
      type = types.attrsOf (
        types.submodule {
          options = {
            port = mkOption {
              type = types.port;
              description = "The port on this host that the page is at.";
            };
            scheme = mkOption {
              type = types.enum [
                "http"
                "https"
              ];
              default = "http";
              description = "How the page is spoken to. Certificates behind https are not checked: they are the service's own.";
            };
          };
        }
      );
    };

    proxy.front = mkOption {
      type = types.nullOr (types.enum order);
      readOnly = true;
      default = lib.findFirst (name: services.${name}.enable) null order;
      defaultText = lib.literalMD "the first of HAProxy, Caddy and Nginx that is enabled";
      description = "The proxy on ports 80 and 443. Others are behind it, on ports of their own.";
    };
  };
}
