{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.fish;
}
