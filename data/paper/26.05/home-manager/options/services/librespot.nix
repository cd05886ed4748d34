{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.librespot;
}
