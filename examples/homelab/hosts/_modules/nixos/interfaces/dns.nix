# Who answers on port 53. The first of these that is on stands in front; the others move to ports of their own behind it.
{ config, lib, ... }:
let
  services = config.homelab.services;
  order = [
    "dnsdist"
    "adguardhome"
    "blocky"
    "bind"
  ];
in
{
  options.homelab.dns = {
    front = lib.mkOption {
      type = lib.types.nullOr (lib.types.enum order);
      readOnly = true;
      default = lib.findFirst (name: services.${name}.enable) null order;
      defaultText = lib.literalMD "the first of dnsdist, AdGuard Home, Blocky and BIND that is enabled";
      description = "The name server on port 53.";
    };

    upstreams = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [
        "9.9.9.9"
        "149.112.112.112"
      ];
      description = "Resolvers outside of the house, by address.";
    };
  };
}
