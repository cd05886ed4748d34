{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pazi;
}
