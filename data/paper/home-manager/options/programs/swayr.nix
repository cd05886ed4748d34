{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.swayr;
}
