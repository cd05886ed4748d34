{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.onlyoffice-documentserver;
}
