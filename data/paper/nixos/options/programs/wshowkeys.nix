{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wshowkeys;
}
