{
  config,
  lib,
  options,
  pkgs,
}:
{
  "jrePackage" = pkgs.jre;
  "package" = pkgs.languagetool;
}
