{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.freetube;
}
