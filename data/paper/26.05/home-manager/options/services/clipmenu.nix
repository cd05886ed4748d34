{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.clipmenu;
}
