{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.starship;
}
