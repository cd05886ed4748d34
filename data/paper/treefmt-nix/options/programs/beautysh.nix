{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.beautysh;
}
