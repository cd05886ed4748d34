{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.helix;
}
