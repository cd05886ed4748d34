{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sapling;
}
