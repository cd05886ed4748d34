{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.alot;
}
