{ config, ... }:
{
  services.nginx.user = config.networking.hostNam;
}
