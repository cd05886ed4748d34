{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lapce;
}
