{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.phosh;
}
