{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.teleport;
}
