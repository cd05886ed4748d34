{
  config,
  lib,
  options,
  pkgs,
}:
{
  "goBinary" = pkgs.go;
  "package" = pkgs.athens;
}
