{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zprint;
}
