{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.parcellite;
}
