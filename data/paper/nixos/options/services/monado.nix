{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.monado;
}
