{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = python3Packages: with python3Packages; [];
}
