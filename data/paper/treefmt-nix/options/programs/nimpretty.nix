{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nim;
}
