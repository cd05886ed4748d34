{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.roundcube;
}
