{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.whitebophir;
}
