{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.z-lua;
}
