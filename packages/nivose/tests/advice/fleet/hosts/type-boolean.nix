{ lib, ... }:
{
  services.nginx.enable = true;
  services.nginx.virtualHosts."a.example".enableACME = lib.mkIf true "yes";
}
