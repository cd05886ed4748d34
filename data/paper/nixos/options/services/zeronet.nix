{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zeronet;
}
