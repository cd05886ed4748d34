{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.scion;
}
