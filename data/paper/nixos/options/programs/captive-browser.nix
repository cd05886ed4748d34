{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.captive-browser;
}
