{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ferm;
}
