{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lutris;
}
