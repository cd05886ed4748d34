{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.scalafmt;
}
