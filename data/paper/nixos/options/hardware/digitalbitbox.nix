{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.digitalbitbox;
}
