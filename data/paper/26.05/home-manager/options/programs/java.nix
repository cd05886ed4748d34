{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.jdk;
}
