{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.vector;
}
