{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.miredo;
}
