{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.exo;
}
