{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.visidata;
}
