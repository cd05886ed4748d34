{
  config,
  lib,
  options,
  pkgs,
}:
{
  "phpPackage" = pkgs.php;
  "pools.<name>.phpPackage" = name: config.services.phpfpm.phpPackage;
}
