{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bazarr;
}
