{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.fluxbox;
}
