{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.flexget;
}
