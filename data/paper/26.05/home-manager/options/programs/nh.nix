{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nh;
}
