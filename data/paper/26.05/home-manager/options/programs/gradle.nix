{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gradle;
}
