{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.powerline-go;
}
