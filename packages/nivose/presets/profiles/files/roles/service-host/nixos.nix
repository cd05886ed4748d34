# It offers services to the house, each under a name of its own.
{ config, lib, ... }:
let
  cfg = config.@ns@.roles.service-host;
in
{
  options.@ns@.roles.service-host.enable = lib.mkEnableOption "the role of a host of services";

  config = lib.mkIf cfg.enable {
    @ns@.services.proxy.enable = true;

    # What is always on is found under its name in the local network.
    services.avahi = {
      enable = true;
      nssmdns4 = true;
      publish = {
        enable = true;
        addresses = true;
      };
    };
  };
}
