{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.disnix;
}
