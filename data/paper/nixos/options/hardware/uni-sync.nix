{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.uni-sync;
}
