{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.eris-go;
}
