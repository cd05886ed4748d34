{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.thefuck;
}
