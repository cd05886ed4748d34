{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.jjui;
}
