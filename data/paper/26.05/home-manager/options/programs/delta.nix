{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.delta;
}
