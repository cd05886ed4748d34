{
  config,
  lib,
  options,
  pkgs,
}:
{
  "jrePackage" = pkgs.jdk17_headless;
  "mongodbPackage" = pkgs.mongodb-7_0;
  "unifiPackage" = pkgs.unifi8;
}
