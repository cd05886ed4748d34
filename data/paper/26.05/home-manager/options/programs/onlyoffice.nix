{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.onlyoffice-desktopeditors;
}
