{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.appimage-run;
}
