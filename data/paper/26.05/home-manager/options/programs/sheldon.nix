{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sheldon;
}
