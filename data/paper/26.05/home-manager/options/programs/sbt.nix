{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sbt;
}
