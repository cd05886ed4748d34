{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.microsocks;
}
