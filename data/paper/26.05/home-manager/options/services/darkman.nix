{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.darkman;
}
