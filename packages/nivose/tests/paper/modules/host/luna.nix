{ config, lib, ... }:
{
  config = lib.mkIf config.services.web.enable {
    services = {
      old = 5;
      web.port = lib.mkForce 443;
      web.tags = lib.mkBefore [ "luna" ];
      web.sites."a.example".root = lib.mkForce "/srv";
    };
  };
}
