{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.vivaldi;
}
