{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.morty;
}
