# The reverse proxy: one way in, with a name and a certificate for each service behind it.
{ config, lib, ... }:
let
  cfg = config.@ns@.services.proxy;
in
{
  options.@ns@.services.proxy = {
    enable = lib.mkEnableOption "the reverse proxy, on ports 80 and 443";
    domain = lib.mkOption {
      type = lib.types.str;
      default = "home.arpa";
      description = "The domain of the house; `home.arpa` is the one that nobody else has. Names below it must lead here.";
    };
    sites = lib.mkOption {
      type = lib.types.attrsOf lib.types.port;
      default = { };
      example = {
        wiki = 8080;
      };
      description = "Local ports, by the name below the domain under which they are reached.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.caddy = {
      enable = true;
      virtualHosts = lib.mapAttrs' (
        name: port:
        lib.nameValuePair "${name}.${cfg.domain}" {
          # Caddy signs the certificate itself: nobody else can for a name that only this house has.
          extraConfig = ''
            tls internal
            reverse_proxy 127.0.0.1:${toString port}
          '';
        }
      ) cfg.sites;
    };

    networking.firewall.allowedTCPPorts = [
      80
      443
    ];
  };
}
