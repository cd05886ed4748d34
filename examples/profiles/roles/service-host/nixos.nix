# It offers services to the house, each under a name of its own.
{ config, lib, ... }:
let
  cfg = config.systems.roles.service-host;
in
{
  options.systems.roles.service-host.enable = lib.mkEnableOption "the role of a host of services";

  config = lib.mkIf cfg.enable {
    systems = {
      discovery.enable = true;
      services.proxy.enable = true;
    };
  };
}
