{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.heapster;
}
