{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.swapspace;
}
