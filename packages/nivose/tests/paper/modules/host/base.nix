{ config, lib, ... }:
{
  disabledModules = [ "off.nix" ];
  services.web = {
    enable = true;
    port = lib.mkDefault 8080;
    tags = lib.mkMerge [
      [ "base" ]
      (lib.mkIf (!config.services.web.enable) [ "off" ])
    ];
    sites."b.example" = { };
  };
  tags = [ "alias" ];
  number = 5;
}
