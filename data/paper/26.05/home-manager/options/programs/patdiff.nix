{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.patdiff;
}
