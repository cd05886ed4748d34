{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.eza;
}
