{
  config,
  lib,
  options,
  pkgs,
}:
{
  "metadataPackage" = pkgs.exiftool;
  "package" = pkgs.superfile;
  "zoxidePackage" = pkgs.zoxide;
}
