{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.safeeyes;
}
