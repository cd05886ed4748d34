{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ucarp;
}
