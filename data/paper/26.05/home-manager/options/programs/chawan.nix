{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.chawan;
}
