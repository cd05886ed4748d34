{ config, lib, ... }:
{
  config = lib.mkMerge [
    { services.web.enable = true; }
    (lib.mkIf config.services.web.enable {
      services.web = {
        port = lib.mkForce 443;
        sites."a.b".root = "/luna";
        limits.files = lib.mkOverride 90 (if config.services.web.enable then 200 else 300);
      };
    })
  ];
}
