{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.honk;
}
