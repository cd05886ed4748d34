{
  config,
  lib,
  options,
  pkgs,
}:
{
  "opacity" = 0.75;
  "package" = pkgs.gromit-mpx;
}
