{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.immersed;
}
