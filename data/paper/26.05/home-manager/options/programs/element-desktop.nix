{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.element-desktop;
}
