{ config, ... }:
{
  config = if config.services.nginx.enable then { networking.hostName = "web"; } else { };
}
