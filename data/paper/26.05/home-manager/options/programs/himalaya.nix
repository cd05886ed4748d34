{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.himalaya;
}
