{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.readarr;
}
