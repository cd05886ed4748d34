{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.isync;
}
