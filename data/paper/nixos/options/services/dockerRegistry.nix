{
  config,
  lib,
  options,
  pkgs,
}:
{
  "configFile" = pkgs.writeText "docker-registry-config.yml" "# my custom docker-registry-config.yml ...";
  "package" = pkgs.docker-distribution;
}
