{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.irssi;
}
