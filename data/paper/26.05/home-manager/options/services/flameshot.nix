{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.flameshot;
}
