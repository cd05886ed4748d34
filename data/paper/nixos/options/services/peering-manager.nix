{
  config,
  lib,
  options,
  pkgs,
}:
{
  "plugins" = python3Packages: with python3Packages; [];
}
