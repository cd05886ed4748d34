{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hlint;
}
