{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.handheld-daemon;
}
