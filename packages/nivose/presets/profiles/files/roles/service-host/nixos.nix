# It offers services to the house, each under a name of its own.
{ config, lib, ... }:
let
  cfg = config.@ns@.roles.service-host;
in
{
  options.@ns@.roles.service-host.enable = lib.mkEnableOption "the role of a host of services";

  config = lib.mkIf cfg.enable {
    @ns@ = {
      discovery.enable = true;
      services.proxy.enable = true;
    };
  };
}
