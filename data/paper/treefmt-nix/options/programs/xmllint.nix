{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.libxml2;
}
