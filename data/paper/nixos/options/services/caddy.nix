{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.caddy;
  "virtualHosts.<name>.hostName" = name: "${name}";
  "virtualHosts.<name>.logFormat" = name: ''
  output file ''${config.services.caddy.logDir}/access-''${hostName}.log
'';
}
