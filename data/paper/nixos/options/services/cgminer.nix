{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cgminer;
}
