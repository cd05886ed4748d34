{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rumdl;
}
