{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.autosuspend;
}
