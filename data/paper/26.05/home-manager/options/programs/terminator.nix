{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.terminator;
}
