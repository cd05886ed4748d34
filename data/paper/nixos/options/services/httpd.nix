{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.apacheHttpd;
  "phpPackage" = pkgs.php;
  "virtualHosts.<name>.hostName" = name: "${name}";
}
