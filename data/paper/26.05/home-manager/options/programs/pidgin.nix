{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pidgin;
}
