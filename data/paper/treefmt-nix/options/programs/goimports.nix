{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gotools;
}
