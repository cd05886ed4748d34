{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.blanket;
}
