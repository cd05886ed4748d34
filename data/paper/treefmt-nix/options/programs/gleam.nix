{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gleam;
}
