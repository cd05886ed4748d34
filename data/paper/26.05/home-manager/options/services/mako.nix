{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mako;
}
