{ config, lib, ... }:
{
  services.web = lib.mkIf (config.services.web.port == 8080) { port = lib.mkForce 81; };
}
