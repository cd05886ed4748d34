{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.jankyborders;
}
