{
  config,
  lib,
  options,
  pkgs,
}:
{
  "jdkPackage" = pkgs.openjdk8;
  "package" = pkgs.nexus;
}
