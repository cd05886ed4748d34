# Turns on the services that the inventory names for this host. Settings of one host belong into hosts/<host>.
{ host, lib, ... }:
{
  imports = map (file: ./services + "/${file}") (builtins.attrNames (builtins.readDir ./services));

  config.homelab.services = lib.genAttrs host.services (_: {
    enable = lib.mkDefault true;
  });
}
