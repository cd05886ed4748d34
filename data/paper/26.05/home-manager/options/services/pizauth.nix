{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pizauth;
}
