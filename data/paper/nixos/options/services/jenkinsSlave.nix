{
  config,
  lib,
  options,
  pkgs,
}:
{
  "javaPackage" = pkgs.jdk;
}
