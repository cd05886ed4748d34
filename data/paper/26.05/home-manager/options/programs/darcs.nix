{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.darcs;
}
