{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.earthly;
}
