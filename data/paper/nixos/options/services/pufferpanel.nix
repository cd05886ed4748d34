{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pufferpanel;
}
