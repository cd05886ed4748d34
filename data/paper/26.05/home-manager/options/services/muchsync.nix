{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.muchsync;
}
