{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.go;
}
