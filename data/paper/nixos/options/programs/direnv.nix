{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.direnv;
}
