{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.goimapnotify;
}
