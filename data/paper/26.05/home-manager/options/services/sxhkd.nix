{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sxhkd;
}
