{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.navi;
}
