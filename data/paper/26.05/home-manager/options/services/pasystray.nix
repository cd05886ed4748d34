{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pasystray;
}
