{ config, lib, ... }:
{
  services.nginx.enable = lib.mkIf config.services.nginx.enable true;
}
