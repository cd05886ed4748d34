{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.asterisk;
}
