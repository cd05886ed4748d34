{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.goto;
}
