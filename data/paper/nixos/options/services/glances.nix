{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.glances;
}
