{
  config,
  lib,
  options,
  pkgs,
}:
{
  "chromium.package" = pkgs.chromium;
  "libreoffice.package" = pkgs.libreoffice;
  "package" = pkgs.gotenberg;
}
