{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kraft;
}
