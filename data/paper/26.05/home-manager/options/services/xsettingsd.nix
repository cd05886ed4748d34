{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.xsettingsd;
}
