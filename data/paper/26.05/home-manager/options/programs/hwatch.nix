{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hwatch;
}
