{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.xidlehook;
}
