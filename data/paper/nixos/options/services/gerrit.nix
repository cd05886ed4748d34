{
  config,
  lib,
  options,
  pkgs,
}:
{
  "jvmPackage" = pkgs.jre_headless;
  "package" = pkgs.gerrit;
}
