{ config, lib, ... }:
let
  cfg = config.services.nginx;
in
{
  networking.hostName = lib.mkIf cfg.enable "web";
  services.nginx.enable = config.networking.hostName == "web";
}
