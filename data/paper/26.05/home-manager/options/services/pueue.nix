{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pueue;
}
