{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.atool;
}
