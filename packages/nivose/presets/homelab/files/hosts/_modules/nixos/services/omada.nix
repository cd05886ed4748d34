# Omada: the controller of TP-Link's access points and switches. nixpkgs does not have it, so it runs as a container, on the
# network of the host because it finds devices by broadcasts.
{ config, lib, ... }:
let
  cfg = config.@namespace@.services.omada;
  state = "/var/lib/omada";
  tcp = port: {
    inherit port;
    open = true;
  };
  udp = port: {
    inherit port;
    protocols = [ "udp" ];
    open = true;
  };
  portOption =
    default: description:
    lib.mkOption {
      type = lib.types.port;
      inherit default description;
    };
in
{
  options.@namespace@.services.omada = {
    enable = lib.mkEnableOption "the Omada controller";

    image = lib.mkOption {
      type = lib.types.str;
      default = "docker.io/mbentley/omada-controller:5.15";
      description = "The image. Add `@sha256:…` to pin it to the bytes that you have tried.";
    };

    httpPort = portOption 8088 "The port of its page and of the portal for guests.";
    httpsPort = portOption 8043 "The port of its page, with TLS.";
    portalPort = portOption 8844 "The port of the portal for guests, with TLS. The image's default, 8843, is UniFi's.";
  };

  config = lib.mkIf cfg.enable {
    virtualisation.oci-containers.containers.omada = {
      inherit (cfg) image;
      environment = {
        MANAGE_HTTP_PORT = toString cfg.httpPort;
        MANAGE_HTTPS_PORT = toString cfg.httpsPort;
        PORTAL_HTTP_PORT = toString cfg.httpPort;
        PORTAL_HTTPS_PORT = toString cfg.portalPort;
        TZ = toString config.time.timeZone;
      };
      volumes = [
        "${state}/data:/opt/tplink/EAPController/data"
        "${state}/logs:/opt/tplink/EAPController/logs"
      ];
      extraOptions = [
        "--network=host"
        "--ulimit=nofile=4096:8192"
        # Its database needs time to close its files.
        "--stop-timeout=60"
      ];
    };

    # The user within the image.
    systemd.tmpfiles.rules = [
      "d ${state} 0750 root root -"
      "d ${state}/data 0750 508 508 -"
      "d ${state}/logs 0750 508 508 -"
    ];

    @namespace@ = {
      services.podman.enable = true;
      ports = {
        omada-http = tcp cfg.httpPort;
        omada-https = tcp cfg.httpsPort;
        omada-portal = tcp cfg.portalPort;
        omada-discovery = udp 29810;
        omada-app-discovery = udp 27001;
        omada-manager-1 = tcp 29811;
        omada-adopt = tcp 29812;
        omada-upgrade = tcp 29813;
        omada-manager-2 = tcp 29814;
        omada-transfer = tcp 29815;
        omada-rtty = tcp 29816;
        omada-database = {
          port = 27217;
          address = "127.0.0.1";
        };
      };
      sites.omada = {
        port = cfg.httpsPort;
        scheme = "https";
      };
      backup.paths = [ "${state}/data/autobackup" ];
    };
  };
}
