{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.boxxy;
}
