{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.leptosfmt;
}
