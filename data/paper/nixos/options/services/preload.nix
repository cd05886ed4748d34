{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.preload;
}
