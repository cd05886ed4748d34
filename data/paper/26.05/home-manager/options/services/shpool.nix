{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.shpool;
}
