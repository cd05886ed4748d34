{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dwm-status;
}
