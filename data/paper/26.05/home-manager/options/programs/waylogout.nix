{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.waylogout;
}
