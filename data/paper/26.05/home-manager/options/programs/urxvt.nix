{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rxvt-unicode;
}
