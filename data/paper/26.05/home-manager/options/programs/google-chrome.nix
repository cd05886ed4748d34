{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.google-chrome;
}
