{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sx;
}
