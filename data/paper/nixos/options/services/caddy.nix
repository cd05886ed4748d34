{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.caddy;
  "virtualHosts.<name>.hostName" = name: "${name}";
}
