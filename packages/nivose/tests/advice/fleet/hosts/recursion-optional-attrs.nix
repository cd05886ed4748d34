{ config, lib, ... }:
{
  networking.hostName = "web";
}
// lib.optionalAttrs config.services.nginx.enable { services.nginx.user = "web"; }
