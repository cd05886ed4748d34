{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.xsuspender;
}
